namespace SoraFunctions.Pipeline.Workers;

/// <summary>Where the workers are that have engines of their own.</summary>
public static class WorkerAddresses
{
    /// <summary>What <see cref="Parse"/> takes, in words.</summary>
    public const string Accepted = "engines and the address of the worker that has them, such as ltx-video,wan=https://gpu.internal.example.com; several are parted by blanks, and each engine is named once";

    /// <summary>Reads addresses; null when they are not written so.</summary>
    /// <param name="text">As <see cref="Accepted"/> says.</param>
    /// <returns>The address of each engine's worker, by the engine's name.</returns>
    public static IReadOnlyDictionary<string, Uri>? Parse(string text)
    {
        var found = new Dictionary<string, Uri>();
        foreach (var entry in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var names = entry.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? entry[..at].Split(',', StringSplitOptions.TrimEntries) : [];
            if (names.Length == 0 || !Uri.TryCreate(entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..], UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https"))
            {
                return null;
            }

            foreach (var name in names)
            {
                if (name.Length == 0 || !found.TryAdd(name, address))
                {
                    return null;
                }
            }
        }

        return found;
    }
}
