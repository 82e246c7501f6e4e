using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Rights;

namespace SoraFunctions.Api.Rights;

/// <summary>A statement on the wire.</summary>
internal sealed record StatementObject(
    string Object, string RightsHolder, DateOnly From, DateOnly To, IReadOnlyList<StatementTotal> Totals, IReadOnlyList<StatementEarning> Earnings, IReadOnlyList<StatementUse> Uses)
{
    public static StatementObject Of(string holder, ReportSpan span, RightsStatement statement) => new(
        "rights_statement",
        holder,
        span.From,
        span.To,
        [.. statement.Totals.Select(total => new StatementTotal(total.Revenue.ToDecimalString(), total.Due.ToDecimalString(), total.Due.Currency))],
        [
            .. statement.Earnings.Select(one => new StatementEarning(
                one.Use.GrantId, one.Use.TenantId, one.Use.VideoId, RightsJson.Words(one.Use.Works), one.Use.ShareBasisPoints, one.Orders,
                one.Revenue.ToDecimalString(), one.Due.ToDecimalString(), one.Due.Currency)),
        ],
        [
            .. statement.Uses.Select(use => new StatementUse(
                use.GrantId, use.TenantId, use.VideoId, RightsJson.Words(use.Works), use.ShareBasisPoints, use.At.ToUnixTimeSeconds())),
        ]);
}
