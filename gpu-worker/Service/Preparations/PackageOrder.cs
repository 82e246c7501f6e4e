using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Preparations;

/// <summary>A model package that lies in a store.</summary>
/// <param name="Name">What it is called here: the name of its folder, and of its engine among several.</param>
/// <param name="Store">Where it lies.</param>
/// <param name="Prefix">The path of its folder there, without a slash at its end.</param>
internal sealed record PackageOrder(string Name, IStore Store, string Prefix)
{
    /// <summary>
    /// Reads a setting: <c>NAME=PREFIX</c> in the worker's own store, or <c>NAME=STORE#PREFIX</c> in another folder or blob container; several
    /// separated by spaces. Fails with <see cref="InvalidDataException"/> that says what would be accepted.
    /// </summary>
    /// <param name="text">The setting; null for none.</param>
    /// <param name="own">The worker's own store; null for none.</param>
    /// <param name="identity">As for <see cref="StoreAddress.Open"/>.</param>
    public static IReadOnlyList<PackageOrder> Read(string? text, IStore? own, string? identity) =>
    [
        .. (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => One(word, own, identity)),
    ];

    private static PackageOrder One(string word, IStore? own, string? identity)
    {
        var (equals, hash) = (word.IndexOf('='), word.LastIndexOf('#'));
        var prefix = word[(Math.Max(equals, hash) + 1)..].Trim('/');
        if (equals < 1 || prefix.Length == 0 || !word[..equals].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new InvalidDataException($"SORA_MODEL_PACKAGES must be NAME=PREFIX or NAME=STORE#PREFIX, several separated by spaces; it has '{Unsigned(word)}'");
        }

        var store = hash > equals ? StoreAddress.Open(word[(equals + 1)..hash], identity) : own
            ?? throw new InvalidDataException($"SORA_MODEL_PACKAGES names '{word}' in the worker's own store, and SORA_WORKER_STORE is not set: write NAME=STORE#PREFIX");
        return new PackageOrder(word[..equals], store, prefix);
    }

    // A signature in an address is a secret.
    private static string Unsigned(string word) => word.Split('?')[0];
}
