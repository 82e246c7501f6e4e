namespace SoraFunctions.Pipeline.Usage;

/// <summary>What a stage took, kept with its result: whoever is given that result again is not billed again, for the key is the same.</summary>
/// <param name="Key">By what it was ordered: the hash of the stage's input and version.</param>
/// <param name="Stage">One of <see cref="UsageStage"/>.</param>
/// <param name="Engine">What did it.</param>
/// <param name="Amounts">How much it took.</param>
public sealed record StageWork(string Key, string Stage, string Engine, UsageAmounts Amounts);
