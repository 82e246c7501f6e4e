using System.Text;
using System.Text.Json;

namespace SoraFunctions.Provenance.Labels;

/// <summary>
/// The implicit label of GB 45438-2025 (annex E): one metadata field of the file, with seven text members in a
/// fixed order. Each value may hold the characters ! # to [ and ] to ~ only, so the JSON needs no escapes.
/// </summary>
public sealed record AigcLabel
{
    /// <summary>Key of the metadata field in moov/udta/meta.</summary>
    public const string MetadataKey = "AIGC";

    private const int LongestJson = 64 << 10;

    private static readonly string[] Members =
        ["Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2"];

    private readonly string[] values;

    /// <summary>Makes a label from its seven values.</summary>
    /// <param name="mark">How sure it is.</param>
    /// <param name="contentProducer">Name or code of the service that made the content; not empty.</param>
    /// <param name="produceId">The producer's unique number of the content; not empty.</param>
    /// <param name="contentPropagator">Name or code of the service that spreads it.</param>
    /// <param name="propagateId">The propagator's unique number of the content.</param>
    /// <param name="reservedCode1">The producer's integrity data, or empty.</param>
    /// <param name="reservedCode2">The propagator's integrity data, or empty.</param>
    /// <exception cref="ArgumentException">A value is empty that must not be, or holds another character; the message
    /// names it.</exception>
    public AigcLabel(
        AigcMark mark,
        string contentProducer,
        string produceId,
        string contentPropagator,
        string propagateId,
        string reservedCode1 = "",
        string reservedCode2 = "")
    {
        if (!Enum.IsDefined(mark))
            throw new ArgumentException("Label must be 1, 2 or 3.", nameof(mark));
        values = [$"{(int)mark}", contentProducer, produceId, reservedCode1, contentPropagator, propagateId, reservedCode2];
        foreach (var (member, value) in Members.Zip(values))
            if (Fault(member, value) is { } fault)
                throw new ArgumentException(fault, member);
    }

    /// <summary>How sure it is.</summary>
    public AigcMark Mark => (AigcMark)(values[0][0] - '0');

    /// <summary>Name or code of the service that made the content.</summary>
    public string ContentProducer => values[1];

    /// <summary>The producer's unique number of the content.</summary>
    public string ProduceId => values[2];

    /// <summary>The producer's integrity data, or empty.</summary>
    public string ReservedCode1 => values[3];

    /// <summary>Name or code of the service that spreads it.</summary>
    public string ContentPropagator => values[4];

    /// <summary>The propagator's unique number of the content.</summary>
    public string PropagateId => values[5];

    /// <summary>The propagator's integrity data, or empty.</summary>
    public string ReservedCode2 => values[6];

    /// <summary>The label of freshly generated content: whoever made it is also the first to spread it.</summary>
    /// <param name="producer">Name or code of the service.</param>
    /// <param name="id">Unique number of the content, such as the video's id.</param>
    public static AigcLabel ForGenerated(string producer, string id) => new(AigcMark.Generated, producer, id, producer, id);

    /// <summary>The value of the metadata field: compact JSON, members in the standard's order.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{");
        foreach (var (member, value) in Members.Zip(values))
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(member).Append("\":\"").Append(value).Append('"');
        return json.Append('}').ToString();
    }

    /// <summary>
    /// Reads the value of a metadata field, whoever wrote it. Members may come in any order; further ones are ignored.
    /// </summary>
    /// <param name="json">The field's value.</param>
    /// <param name="fault">What is wrong with it; null when it was read.</param>
    /// <returns>The label, or null when the text is not one.</returns>
    public static AigcLabel? TryParse(string json, out string? fault)
    {
        fault = json.Length > LongestJson ? $"The AIGC label has {json.Length} characters." : null;
        if (fault is not null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var read = new string[Members.Length];
            foreach (var (index, member) in Members.Index())
            {
                if (document.RootElement.ValueKind != JsonValueKind.Object
                    || !document.RootElement.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String)
                {
                    fault = $"The AIGC label has no text member {member}.";
                    return null;
                }
                read[index] = value.GetString()!;
            }
            if (read[0] is "1" or "2" or "3")
                return new AigcLabel((AigcMark)(read[0][0] - '0'), read[1], read[2], read[4], read[5], read[3], read[6]);
            fault = "Label must be 1, 2 or 3.";
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            fault = error is JsonException or InvalidOperationException ? "The AIGC label is not JSON." : error.Message;
        }
        return null;
    }

    /// <inheritdoc/>
    public bool Equals(AigcLabel? other) => other is not null && values.SequenceEqual(other.values);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToJson(), StringComparison.Ordinal);

    private static string? Fault(string member, string value)
    {
        if (value.Length == 0 && member is "ContentProducer" or "ProduceID" && value.Length == 0)
            return $"{member} must not be empty.";
        var bad = value.FirstOrDefault(c => c is not ('!' or >= '#' and <= '[' or >= ']' and <= '~'));
        return bad == default && !value.Contains('\0')
            ? null
            : $"{member} holds U+{(int)bad:X4}; the characters ! # to [ and ] to ~ are allowed (no space, quote or backslash).";
    }
}
