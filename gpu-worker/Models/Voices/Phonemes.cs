using System.Text;
using System.Text.RegularExpressions;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Models.Voices;

/// <summary>How words sound, in the International Phonetic Alphabet, by espeak-ng; stops and commas stay.</summary>
internal static partial class Phonemes
{
    /// <summary>The sentences of some words. Fails with <see cref="FfmpegException"/> where espeak-ng or its voice is missing.</summary>
    /// <param name="words">The words.</param>
    /// <param name="voice">A voice of espeak-ng.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<string>> Of(string words, string voice, CancellationToken cancellation)
    {
        var sentences = new List<string>();
        var sentence = new StringBuilder();
        foreach (Match clause in Clause().Matches(words))
        {
            var sound = await Spoken(clause.Groups["words"].Value, voice, cancellation).ConfigureAwait(false);
            if (sound.Length == 0)
                continue;
            var mark = Mark(clause.Groups["mark"].Value);
            sentence.Append(sentence.Length > 0 ? " " : "").Append(sound).Append(mark);
            if (mark is "." or "!" or "?")
            {
                sentences.Add(sentence.ToString());
                sentence.Clear();
            }
        }
        if (sentence.Length > 0)
            sentences.Add(sentence.ToString());
        return sentences;
    }

    private static async Task<string> Spoken(string words, string voice, CancellationToken cancellation)
    {
        // The words go in by the input, so that none of them can be taken for an option.
        await using var speaker = MediaProcess.Start("espeak-ng", ["-q", "--ipa", "-b", "1", "-v", voice, "--stdin"]);
        await speaker.Input.WriteAsync(Encoding.UTF8.GetBytes(words + "\n"), cancellation).ConfigureAwait(false);
        var lines = Encoding.UTF8.GetString(await speaker.ReadToEnd(cancellation).ConfigureAwait(false));
        return Spaces().Replace(LanguageSwitch().Replace(lines, ""), " ").Trim();
    }

    private static string Mark(string mark) => mark switch
    {
        "，" or "、" => ",",
        "。" or "…" => ".",
        "；" => ";",
        "：" => ":",
        "！" => "!",
        "？" => "?",
        _ => mark,
    };

    // A point between digits ends nothing.
    [GeneratedRegex(@"(?<words>(?:[^,.;:!?…，。；：！？、]|[,.;:!?](?!\s|$))+)(?<mark>[,.;:!?…，。；：！？、]?)")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\([a-z-]+\)")]
    private static partial Regex LanguageSwitch();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
