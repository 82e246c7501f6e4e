namespace SoraFunctions.Api.Shows;

/// <summary>A change that is wanted, on the wire.</summary>
internal sealed record ShowVoteObject(string Change, int Votes);
