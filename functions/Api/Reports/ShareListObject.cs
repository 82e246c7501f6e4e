namespace SoraFunctions.Api.Reports;

/// <summary>All shares that were set.</summary>
internal sealed record ShareListObject(string Object, IReadOnlyList<ShareObject> Data);
