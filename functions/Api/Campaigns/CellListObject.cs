namespace SoraFunctions.Api.Campaigns;

/// <summary>A page of cells on the wire; the next begins after the last number.</summary>
internal sealed record CellListObject(string Object, IReadOnlyList<CellObject> Data, int? LastNumber, bool HasMore);
