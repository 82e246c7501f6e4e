namespace SoraFunctions.Pipeline.Usage;

/// <summary>What was used, summed up.</summary>
/// <param name="Name">Of what; empty for what belongs to nothing.</param>
/// <param name="Amounts">How much.</param>
/// <param name="MicroDollars">What it costs, in millionths of a US dollar.</param>
/// <param name="Entries">How many rows it is the sum of.</param>
public sealed record UsageSum(string Name, UsageAmounts Amounts, long MicroDollars, int Entries);
