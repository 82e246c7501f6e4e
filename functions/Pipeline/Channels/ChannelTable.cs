using System.Security.Cryptography;
using System.Text.Json;

namespace SoraFunctions.Pipeline.Channels;

/// <summary>The document that says what channels ask for.</summary>
/// <param name="Sources">Where figures come from, by name.</param>
/// <param name="Channels">The channels; the first is the default.</param>
public sealed record ChannelTable(IReadOnlyDictionary<string, ChannelSource> Sources, IReadOnlyList<ChannelProfile> Channels)
{
    private static readonly Lazy<ChannelTable> _built = new(() => Read(Text()));

    /// <summary>The one that is built in.</summary>
    public static ChannelTable Built => _built.Value;

    /// <summary>First eight hex digits of the SHA-256 of the one that is built in: changes when a figure changes.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Text()))[..8];

    /// <summary>Reads a document. Fails with <see cref="InvalidDataException"/> when it breaks a rule, naming all that it breaks.</summary>
    /// <param name="json">UTF-8.</param>
    public static ChannelTable Read(ReadOnlySpan<byte> json)
    {
        ChannelTable table;
        try
        {
            table = JsonSerializer.Deserialize(json, ChannelJson.Default.ChannelTable) ?? throw new InvalidDataException("The table of channels is empty.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"The table of channels is not well formed: {problem.Message}", problem);
        }

        return ChannelRules.Check(table) is { Count: > 0 } faults
            ? throw new InvalidDataException($"The table of channels is wrong: {string.Join(' ', faults)}")
            : table;
    }

    private static byte[] Text()
    {
        var assembly = typeof(ChannelTable).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Channels.Data.channels.json")!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json;
    }
}
