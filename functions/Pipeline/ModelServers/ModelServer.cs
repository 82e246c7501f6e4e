using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Pipeline.ModelServers;

/// <summary>A model at any server that speaks OpenAI's protocol: chat completions, or audio transcriptions.</summary>
public sealed record ModelServer
{
    /// <summary>What is accepted as settings, in words.</summary>
    public const string Accepted = "an absolute http or https address that ends before /chat/completions or /audio/transcriptions, such as https://api.openai.com/v1, with the name of a model of 1 to 128 characters";

    private const int LongestModel = 128;

    /// <summary>No model.</summary>
    public static ModelServer None { get; } = new();

    /// <summary>Where the protocol begins; null for no model.</summary>
    public Uri? Url { get; init; }

    /// <summary>The model's name there.</summary>
    public string Model { get; init; } = "";

    /// <summary>Bearer token; null for a server that asks for none.</summary>
    public string? Key { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Failures within a minute from which on the model is left alone, 2 or more.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>How long it is left alone.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Names model and server among results that are kept; nothing of an address that may be secret.</summary>
    public string Tag => $"{Model}@{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Url!.AbsoluteUri)))[..8]}";

    /// <summary>Whether there is a model.</summary>
    public bool IsSet => Url is not null;

    /// <summary>Reads the settings; fails with <see cref="FormatException"/>, which repeats no key.</summary>
    /// <param name="url">Where the protocol begins; null or empty for no model.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="key">Bearer token; null or empty for none.</param>
    public static ModelServer Read(string? url, string? model, string? key)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return string.IsNullOrWhiteSpace(model) ? None : throw new FormatException($"A model needs its address: {Accepted}.");
        }

        return Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && model?.Trim() is { Length: >= 1 and <= LongestModel } name
                ? new ModelServer { Url = address, Model = name, Key = string.IsNullOrWhiteSpace(key) ? null : key.Trim() }
                : throw new FormatException($"Address and model go together: {Accepted}.");
    }
}
