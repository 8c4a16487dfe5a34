// The measured plan as SQL, for both DuckDBs: payouts as a table, then the totals of reps and regions.
export const planSql = [
  `create or replace temp table payouts as
   with sold as (select rep, sum(amount) as sold from deals group by rep),
   factors as (
     select q.rep, case when sold / quota >= 1.2 - 1e-12 then 1.5 when sold / quota >= 1 - 1e-12 then 1.25
       when sold / quota >= 0.8 - 1e-12 then 1.0 else 0.8 end::double as factor
     from quotas q join sold using (rep)),
   rated as (
     select *, (amount - cost) / amount as margin from deals)
   select rep, region, round(least(amount
       * (case when margin >= 0.4 - 1e-12 then 0.085 when margin >= 0.3 - 1e-12 then 0.06
          when margin >= 0.2 - 1e-12 then 0.04 else 0.02 end)::double * factor
       + case when is_new and product in ('Router', 'Gateway') then 150 else 0 end, 20000::double), 2) as payout
   from rated join factors using (rep)`,
  'select rep, sum(payout) as payout from payouts group by rep',
  'select region, sum(payout) as payout from payouts group by region',
];
export const totalSql = 'select sum(payout)::double as total from payouts';
