namespace SoraFunctions.Pipeline.Shows;

/// <summary>What came of comments.</summary>
/// <param name="Votes">How many are votes.</param>
/// <param name="NotUnderstood">How many ask for nothing that can be done.</param>
/// <param name="Refused">How many moderation refused.</param>
public sealed record TakenComments(int Votes, int NotUnderstood, int Refused);
