using SoraFunctions.Commerce.Shopify;

namespace SoraFunctions.Pipeline.Shops;

/// <summary>The app at Shopify's that a deployment is, and how it works for shops.</summary>
public sealed record ShopifyOptions
{
    /// <summary>What is accepted as the setting of the secrets, in words.</summary>
    public const string AcceptedSecrets = "the app's client secret, or two separated by a comma with the newest first while one replaces the other";

    /// <summary>No app.</summary>
    public static ShopifyOptions None { get; } = new();

    /// <summary>The app's client id; null for no app.</summary>
    public string? ClientId { get; init; }

    /// <summary>The app's client secrets, the newest first: it asks, all of them are believed.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Where all shops are reached, the shop's name following: for tests. Null reaches them at their own names.</summary>
    public Uri? ShopsAt { get; init; }

    /// <summary>A product that changes is left alone until it has not changed for so long; a new one for a fifth of it.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A product that never rests is left alone no longer than that.</summary>
    public TimeSpan LongestQuiet { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Videos that are made for one shop at once; new products may have half as many on top.</summary>
    public int VideosAtOnce { get; init; } = 32;

    /// <summary>Time until it is first looked how far a video or a published one is; doubles with each look, up to 32 times of it.</summary>
    public TimeSpan FirstLook { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether there is an app.</summary>
    public bool IsSet => ClientId is not null && Secrets.Count > 0;

    /// <summary>Reads the settings of the app; fails with <see cref="FormatException"/> that repeats no secret.</summary>
    /// <param name="clientId">The app's client id; null or empty for no app.</param>
    /// <param name="secrets">One secret or two, separated by a comma.</param>
    public static ShopifyOptions Read(string? clientId, string? secrets)
    {
        string[] keys = [.. (secrets ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return string.IsNullOrWhiteSpace(clientId) && keys.Length == 0 ? None
            : !string.IsNullOrWhiteSpace(clientId) && keys.Length is 1 or 2 ? new ShopifyOptions { ClientId = clientId.Trim(), Secrets = keys }
            : throw new FormatException($"Client id and secrets go together; the secrets are {AcceptedSecrets}.");
    }

    /// <summary>Where a shop is reached.</summary>
    /// <param name="shop">Which.</param>
    public Uri RootOf(ShopDomain shop) => ShopsAt is null ? new Uri($"https://{shop.Name}") : new Uri($"{ShopsAt.AbsoluteUri.TrimEnd('/')}/{shop.Name}");
}
