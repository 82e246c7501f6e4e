using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>What a stage took, kept with its result: whoever is given that result again is not billed again, for the key is the same.</summary>
/// <param name="Key">By what it was ordered: see <see cref="KeyOf"/>.</param>
/// <param name="Stage">One of <see cref="UsageStage"/>.</param>
/// <param name="Engine">What did it.</param>
/// <param name="Amounts">How much it took.</param>
public sealed record StageWork(string Key, string Stage, string Engine, UsageAmounts Amounts)
{
    /// <summary>The stage and the hash of what was ordered. A hash alone would be taken for the name of a blob that the result leads to.</summary>
    /// <param name="stage">One of <see cref="UsageStage"/>.</param>
    /// <param name="order">What was ordered.</param>
    /// <param name="type">How that is written.</param>
    /// <param name="by">Who did it, where the order does not say.</param>
    public static string KeyOf<TOrder>(string stage, TOrder order, JsonTypeInfo<TOrder> type, string? by = null) => $"{stage}.{StageResults.KeyOf(by ?? stage, order, type)}";
}
