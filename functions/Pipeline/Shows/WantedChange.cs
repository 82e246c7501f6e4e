namespace SoraFunctions.Pipeline.Shows;

/// <summary>A change that an audience wants.</summary>
/// <param name="Change">What would come of it: 32 hex digits.</param>
/// <param name="Words">The words that most use for it.</param>
/// <param name="Votes">How many want it.</param>
public sealed record WantedChange(string Change, string Words, int Votes);
