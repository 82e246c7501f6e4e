using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>The document that says which labels markets and platforms ask for.</summary>
/// <param name="Sources">Where rules come from, by name.</param>
/// <param name="Markets">The markets.</param>
/// <param name="Platforms">What platforms want to be told.</param>
public sealed record LabelTable(
    IReadOnlyDictionary<string, ChannelSource> Sources, IReadOnlyList<MarketRule> Markets, IReadOnlyList<PlatformFlag> Platforms)
{
    private static readonly Lazy<LabelTable> _built = new(() => Read(Text()));

    /// <summary>The one that is built in.</summary>
    public static LabelTable Built => _built.Value;

    /// <summary>First eight hex digits of the SHA-256 of the one that is built in: changes when a rule changes.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Text()))[..8];

    /// <summary>Names of the markets.</summary>
    public IReadOnlyList<string> Names => [.. Markets.Select(market => market.Name)];

    /// <summary>The rules of these markets; all when none is named, since a file on the internet is shown everywhere.</summary>
    /// <param name="names">Names of markets; null for all.</param>
    public IReadOnlyList<MarketRule> Of(IReadOnlyList<string>? names) =>
        [.. Markets.Where(market => names is null || names.Contains(market.Name))];

    /// <summary>Reads a document. Fails with <see cref="InvalidDataException"/> when it breaks a rule, naming all that it breaks.</summary>
    /// <param name="json">UTF-8.</param>
    public static LabelTable Read(ReadOnlySpan<byte> json)
    {
        LabelTable table;
        try
        {
            table = JsonSerializer.Deserialize(json, LabelJson.Default.LabelTable) ?? throw new InvalidDataException("The table of labels is empty.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"The table of labels is not well formed: {problem.Message}", problem);
        }

        return LabelRules.Check(table) is { Count: > 0 } faults
            ? throw new InvalidDataException($"The table of labels is wrong: {string.Join(' ', faults)}")
            : table;
    }

    private static byte[] Text()
    {
        var assembly = typeof(LabelTable).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Labels.Data.labels.json")!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json;
    }
}
