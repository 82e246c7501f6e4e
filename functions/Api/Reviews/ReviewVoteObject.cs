namespace SoraFunctions.Api.Reviews;

/// <summary>What one person decided.</summary>
internal sealed record ReviewVoteObject(string By, string Decision, string Note, long At);
