using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>What a remote may be.</summary>
public static class RemoteRules
{
    private const int LongestUrl = 2_000;
    private const int LongestKey = 400;

    /// <summary>The remote of a wish that is sound.</summary>
    /// <param name="wish">What was sent.</param>
    /// <param name="shared">Whether the deployment is set to it.</param>
    /// <param name="hint">Hint of a key that is kept; null when there is none.</param>
    /// <exception cref="RequestException">Names everything that is wrong; never repeats the key.</exception>
    public static RemoteServer Checked(RemoteWish wish, bool shared, string? hint)
    {
        var faults = new List<RequestError>();
        var name = wish.Name ?? RemoteServer.DefaultName;
        Need(RemoteServer.IsName(name), "name", "must be remote, or remote- and up to 24 of a-z, 0-9 and single hyphens");
        Need(wish.Key is not null || hint is not null, "key", "is required: the bearer key that the remote asks for");
        Need(wish.Key is null or { Length: >= 1 and <= LongestKey } && (wish.Key ?? "").All(letter => letter is >= '!' and <= '~'), "key", $"must have 1 to {LongestKey} visible ASCII characters");
        Need(wish.Model is null or { Length: >= 1 and <= 100 }, "model", "must have 1 to 100 characters");
        Need((wish.Seconds ?? []).All(length => length is >= 1 and <= 120) && wish.Seconds is not { Count: > 20 }, "seconds", "must be at most 20 whole numbers from 1 to 120");
        Need(wish.MaxSeconds is null or (>= 1 and <= 120), "max_seconds", "must be a whole number from 1 to 120");
        Need(wish.MaxSeconds is null || wish.Seconds is { Count: 0 }, "max_seconds", "goes with an empty list of seconds");
        Need((wish.Sizes ?? []).All(size => FrameSize.TryParse(size, out _)) && wish.Sizes is not { Count: > 20 }, "sizes", $"must be at most 20, each {FrameSize.Accepted}");
        Need(wish.PricePerSecondUsd is null or (>= 0 and <= 100), "price_per_second_usd", "must be a number from 0 to 100");
        Need(IsAddress(wish.Url, out var url), "url", "must be an absolute http or https address without user, query or fragment, such as https://api.example.com/v1");
        return faults.Count > 0
            ? throw new RequestException(faults)
            : new RemoteServer(name, url!, Terms(wish), shared, wish.Key is { } key ? HintOf(key) : hint!);

        void Need(bool met, string field, string what)
        {
            if (!met)
            {
                faults.Add(new RequestError(field, $"{field} {what}."));
            }
        }
    }

    // Of a short key nothing is shown: four of its characters would be a good part of it.
    private static string HintOf(string key) => key.Length >= 16 ? key[^4..] : "";

    private static bool IsAddress(string text, out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && text.Length <= LongestUrl
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };

    private static RemoteTerms Terms(RemoteWish wish)
    {
        var usual = new RemoteTerms();
        var seconds = wish.Seconds?.Distinct().Order().ToList() ?? usual.Seconds;
        return new RemoteTerms
        {
            Model = wish.Model ?? usual.Model,
            Seconds = seconds,
            MostSeconds = seconds.Count > 0 ? seconds[^1] : wish.MaxSeconds ?? 20,
            Sizes = wish.Sizes?.Distinct().ToList() ?? usual.Sizes,
            Picture = wish.Picture ?? usual.Picture,
            PricePerSecond = wish.PricePerSecondUsd ?? 0,
        };
    }
}
