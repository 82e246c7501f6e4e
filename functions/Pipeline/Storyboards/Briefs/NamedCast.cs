using System.Text;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>
/// Reads a prompt that calls characters by their names. A name may be any words, such as those of a colour or a place; so each is taken out before the
/// prompt is read, and a private character stands for it.
/// </summary>
internal static class NamedCast
{
    /// <summary>Most characters of an order.</summary>
    public const int Most = Segmenter.LastCharacter - Segmenter.FirstCharacter + 1;

    // A person in life; of anything else nobody says how large it is.
    private const double PersonHeight = 1.7, OtherHeight = 0.4;

    /// <summary>What a prompt asks for; its characters are things with a picture.</summary>
    /// <param name="prompt">The caller's words.</param>
    /// <param name="characters">Whom they may name; null for nobody.</param>
    public static Brief Read(string prompt, IReadOnlyList<Character>? characters)
    {
        if (characters is not { Count: > 0 })
        {
            return BriefReader.Read(prompt);
        }

        var brief = BriefReader.Read(Hidden(prompt, characters));
        return brief with
        {
            Steps = [.. brief.Steps.Select(step => step with { Subjects = [.. step.Subjects.Select(wish => Cast(wish, characters))] })],
            Warnings = [.. brief.Warnings, $"Characters are shown as flat cut-outs of their clips: {string.Join(", ", characters.Select(character => character.Name))}."],
        };
    }

    /// <summary>Whether words name a character: verbatim, and not as a part of a longer word.</summary>
    public static bool Names(string prompt, string name) => PlaceOf(prompt, name, 0) >= 0;

    private static string Hidden(string prompt, IReadOnlyList<Character> characters)
    {
        var text = new StringBuilder(prompt);
        // The longest first: one name may be a part of another.
        foreach (var (i, character) in characters.Index().OrderByDescending(item => item.Item.Name.Length))
        {
            for (int at; (at = PlaceOf(text.ToString(), character.Name, 0)) >= 0;)
            {
                text.Remove(at, character.Name.Length).Insert(at, (char)(Segmenter.FirstCharacter + i));
            }
        }

        return text.ToString();
    }

    private static int PlaceOf(string text, string name, int from)
    {
        for (var at = text.IndexOf(name, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!Segmenter.IsWithinWord(text, at) && !Segmenter.IsWithinWord(text, at + name.Length))
            {
                return at;
            }
        }

        return -1;
    }

    private static SubjectWish Cast(SubjectWish wish, IReadOnlyList<Character> characters) =>
        Segmenter.CharacterOf(wish.Thing) is not { } i || i >= characters.Count ? wish : wish with
        {
            Form = Form.Card,
            Height = characters[i].Person ? PersonHeight : OtherHeight,
            Picture = characters[i].Picture.Blob.Sha256,
            Name = characters[i].Name,
            Word = characters[i].Name,
            Colour = null,
            Count = 1,
            Said = null,
        };
}
