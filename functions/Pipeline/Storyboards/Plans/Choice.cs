namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Chooses by seed: the same seed and question give the same answer.</summary>
/// <param name="seed">Seed of the request.</param>
internal sealed class Choice(long seed)
{
    /// <summary>One of the options, which are all as likely.</summary>
    /// <param name="options">At least one.</param>
    /// <param name="question">Tells this choice from others.</param>
    public T Of<T>(IReadOnlyList<T> options, int question)
    {
        // SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
        var z = unchecked((ulong)seed + ((ulong)(question + 1) * 0x9e3779b97f4a7c15UL));
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebUL;
        return options[(int)((z ^ (z >> 31)) % (ulong)options.Count)];
    }
}
