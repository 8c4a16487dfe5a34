export function systemChromium(): string | undefined;
export function chromiumReady(): string | undefined;
export function chromiumLaunch(): { executablePath?: string; chromiumSandbox: boolean; args: string[] };
