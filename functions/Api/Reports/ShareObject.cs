namespace SoraFunctions.Api.Reports;

/// <summary>Who has a share in revenue, as the API shows it.</summary>
internal sealed record ShareObject(string Object, long Since, IReadOnlyDictionary<string, long> Parties);
