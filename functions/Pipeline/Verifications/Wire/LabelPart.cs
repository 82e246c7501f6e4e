using SoraFunctions.Provenance.Labels;

namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>The implicit label of GB 45438-2025, which anybody can write.</summary>
/// <param name="Found">Whether there is one.</param>
/// <param name="Says"><c>generated</c>, <c>possible</c> or <c>suspected</c>; null for none.</param>
/// <param name="Producer">Who is said to have made it; null for none.</param>
/// <param name="ProduceId">The producer's number of it; null for none.</param>
public sealed record LabelPart(bool Found, string? Says, string? Producer, string? ProduceId)
{
    /// <summary>What is told of a label.</summary>
    /// <param name="label">The label; null for none.</param>
    public static LabelPart Of(AigcLabel? label) => label is null
        ? new(false, null, null, null)
        : new(true, label.Mark.ToString().ToLowerInvariant(), Clipped.Text(label.ContentProducer), Clipped.Text(label.ProduceId));
}
