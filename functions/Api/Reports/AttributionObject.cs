namespace SoraFunctions.Api.Reports;

/// <summary>How a tenant ascribes orders, as the API shows it.</summary>
internal sealed record AttributionObject(string Object, int WindowDays, string Touch);
