namespace SoraFunctions.Benchmarks.Direction;

/// <summary>A brief and what is to be understood of it.</summary>
/// <param name="Language">en, zh, es, fr, de or ja.</param>
/// <param name="Prompt">The brief.</param>
/// <param name="Labels">What it says.</param>
internal sealed record LabelledBrief(string Language, string Prompt, IReadOnlySet<Label> Labels)
{
    /// <summary>The briefs of a file.</summary>
    /// <exception cref="InvalidDataException">A line does not have its three columns.</exception>
    public static IReadOnlyList<LabelledBrief> Of(string path) =>
    [
        .. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t') is [var language, var prompt, var labels]
            ? new LabelledBrief(language, prompt.Replace("\\n", "\n", StringComparison.Ordinal), Label.Read(labels).ToHashSet())
            : throw new InvalidDataException($"'{line}' in {path} is not language, brief and labels.")),
    ];
}
