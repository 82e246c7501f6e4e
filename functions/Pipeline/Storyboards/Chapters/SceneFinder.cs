using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Chapters;

/// <summary>Follows a story through its places and times: another place, or another hour, is another scene.</summary>
internal sealed class SceneFinder
{
    private static readonly string[] _prepositions = ["in", "into", "at", "on", "onto", "to", "inside", "outside", "through", "across", "along", "reached", "entered"];
    private static readonly string[] _jumps =
        ["the next morning", "next morning", "that night", "that evening", "the next day", "hours later", "days later", "later that", "\u7b2c\u4e8c\u5929", "\u5f53\u665a", "\u6b21\u65e5", "\u51e0\u5929\u540e", "\u4e0d\u4e45\u4e4b\u540e", "\u5f53\u5929\u665a\u4e0a", "\u5929\u4eae"];

    private readonly List<StoryScene> _scenes = [];

    /// <summary>The scenes so far.</summary>
    public IReadOnlyList<StoryScene> Scenes => _scenes;

    /// <summary>The scene of the next sentence.</summary>
    /// <param name="words">The sentence.</param>
    /// <returns>Its number, and whether it begins one.</returns>
    public (int Scene, bool Begins) Next(string words)
    {
        var tokens = Segmenter.Tokens(words);
        var place = Enumerable.Range(0, tokens.Count).Where(i => IsPlace(tokens, i, words)).Select(i => PlaceOf(tokens[i])).FirstOrDefault(found => found is not null);
        var air = tokens.Select(token => token.As(Slot.Atmosphere)).FirstOrDefault(sense => sense is not null) is { } weather ? Kebab.Parse<Atmosphere>(weather.Value) : (Atmosphere?)null;
        var time = tokens.Select(token => token.As(Slot.Time)).FirstOrDefault(sense => sense is not null)?.Value;
        var now = _scenes.LastOrDefault();
        var jumps = _jumps.Any(jump => words.Contains(jump, StringComparison.OrdinalIgnoreCase));
        if (now is null || jumps || (place is { } other && now.Place is { } here && IsElsewhere(here, other)))
        {
            var seen = Sight.At(new Step { Setting = place ?? now?.Place, Atmosphere = air }, time, anywhere: place is null && now?.Place is null);
            _scenes.Add(new StoryScene(seen.Setting, air, seen.Light ?? (jumps ? null : now?.Light), words.Trim()));
            return (_scenes.Count - 1, true);
        }

        _scenes[^1] = now with { Place = now.Place ?? place, Air = now.Air ?? air, Light = now.Light ?? Sight.At(new Step(), time, anywhere: false).Light };
        return (_scenes.Count - 1, false);
    }

    // Who goes to the table or the window is still in the room, and the sea is seen from the beach.
    private static bool IsElsewhere(Setting here, Setting other) => here != other && other is not (Setting.WoodenTable or Setting.RainWindow)
        && !(here is (Setting.Beach or Setting.Sea) && other is (Setting.Beach or Setting.Sea));

    private static Setting? PlaceOf(Token token) => token.As(Slot.Setting) is { } known ? Kebab.Parse<Setting>(known.Value)
        : token.As(Slot.Elsewhere) is { } elsewhere ? Sight.Nearest(elsewhere) : null;

    // "The table" is furniture, "at the table" is where they are.
    private static bool IsPlace(IReadOnlyList<Token> tokens, int i, string words)
    {
        // A boat on the water says nothing of where its beholders are.
        if ((!tokens[i].Is(Slot.Setting) && !tokens[i].Is(Slot.Elsewhere)) || tokens[i].Text.Contains("water", StringComparison.Ordinal))
        {
            return false;
        }

        if (Pipeline.Words.Chinese.IsHan(words[tokens[i].Start]))
        {
            var before = words.AsSpan(Math.Max(0, tokens[i].Start - 6)..tokens[i].Start);
            return !before.EndsWith("\u4ece") && (before.IndexOfAny("\u5728\u5230\u8fdb\u56de\u5411\u6765\u53bb\u4e8e\u51fa\u8fc7") >= 0
                || (tokens[i].End < words.Length && "\u91cc\u4e0a\u4e2d\u5185\u5916\u8fb9".Contains(words[tokens[i].End])));
        }

        return _prepositions.Any(word => tokens[i].Text.StartsWith($"{word} ", StringComparison.Ordinal)) || Enumerable.Range(Math.Max(0, i - 3), Math.Min(3, i)).Any(before => _prepositions.Contains(tokens[before].Text));
    }
}
