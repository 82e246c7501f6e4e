using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>What a change asks for.</summary>
internal sealed partial record Wishes
{
    /// <summary>What to change, in order.</summary>
    public IReadOnlyList<Instruction> Instructions { get; init; } = [];

    /// <summary>Ids of shots that stay.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Whether the colours of the whole stay.</summary>
    public bool KeepsColours { get; init; }

    /// <summary>What the caller should know of how it was read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What names shots that there are none of.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>With a wish that names a shot that there is none of.</summary>
    public Wishes Without(string text, int number) => this with { Missing = [.. Missing, $"'{text}': there is no shot {number}; nothing was changed for it."] };

    /// <summary>With one more instruction: what stays, what makes way for the wish beside it, or what changes.</summary>
    public Wishes With(Instruction next)
    {
        if (next.Has("keep"))
        {
            return this with { Kept = [.. Kept, .. next.Shots ?? []], KeepsColours = KeepsColours || next.Edits.Contains("colour") };
        }

        if (next.Has("rest") && next is { Shots: null, Edits.Count: 0, Removes: false } && next.Words.All(word => word.Kind == "rest") && next.Step == new Briefs.Step() with { Subjects = next.Step.Subjects })
        {
            return this;
        }

        if (Instructions is [.., var last] && Pair(last, next) is { } pair)
        {
            return this with { Instructions = [.. Instructions.SkipLast(1), pair] };
        }

        return this with { Instructions = [.. Instructions, next] };
    }

    // "Bounce, not roll"; "instead of marble, a wooden table"; "add a shot, the bottle on the beach".
    private static Instruction? Pair(Instruction one, Instruction other)
    {
        if (one is { IsNewShot: true, Step.Subjects.Count: 0, Step.Setting: null } && other is { Removes: false, From: null, Shots: null })
        {
            return other with { IsNewShot = true, Words = [.. one.Words, .. other.Words], Text = $"{one.Text}, {other.Text}" };
        }

        var (says, denies) = other.Removes && !one.Removes ? (one, other) : one.Removes && !other.Removes ? (other, one) : (null, null);
        if (says is null || denies?.Gone is not { } gone || says.From is not null || denies.Has("remove") || (denies.Shots is not null && denies.Shots != says.Shots))
        {
            return null;
        }

        var same = (says.Step.Subjects.Count > 0 && gone.Subjects.Count > 0 && says.Edits.Count == 0 && Uses().IsMatch(says.Text))
            || (says.Step is { Setting: null, Light: not null } && gone.Setting is not null && gone.Subjects.Count == 0)
            || (says.Step.Deed is not null && gone.Deed is not null) || (says.Step.Setting is not null && gone.Setting is not null && gone.Subjects.Count == 0)
            || (says.Says.Colour is not null && denies.Says.Colour is not null) || (says.Says.Number is not null && denies.Says.Number is not null && gone.Subjects.Count == 0);
        return same ? says with { From = gone, FromSays = denies.Says, Text = $"{one.Text}, {other.Text}", Shots = says.Shots ?? denies.Shots } : null;
    }

    [GeneratedRegex(@"^\s*(?:use|show|have|take|make\s+it|go\s+with)\b|^\s*[\u7528\u6362\u6539]", RegexOptions.IgnoreCase)]
    private static partial Regex Uses();
}
