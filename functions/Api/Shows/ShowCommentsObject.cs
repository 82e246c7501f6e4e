namespace SoraFunctions.Api.Shows;

/// <summary>What came of comments, on the wire.</summary>
internal sealed record ShowCommentsObject(string Object, int Taken, int Votes, int NotUnderstood, int Refused);
