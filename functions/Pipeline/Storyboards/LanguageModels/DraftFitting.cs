using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>Puts into a model's storyboard what is not for it to decide: the length, the product as it is, the shop's own figures, what the caller denied.</summary>
internal static class DraftFitting
{
    private const int LongestCall = 40;

    /// <summary>The storyboard so fitted. What makes no sense stays as it is, for the rules to name.</summary>
    /// <param name="board">The model's.</param>
    /// <param name="embedded">The embedded writer's for the same order.</param>
    /// <param name="voice">Whether lines are spoken.</param>
    public static Storyboard Of(Storyboard board, Storyboard embedded, bool voice)
    {
        var product = embedded.Cast.FirstOrDefault(subject => subject.Id == ProductCast.Id);
        var words = embedded.Captions != CaptionStyle.None;
        var lengths = Lengths(board, embedded.Seconds);
        Shot[] shots =
        [
            .. board.Shots.Select((shot, i) => shot with
            {
                Seconds = lengths[i],
                Caption = words ? shot.Caption : null,
                Line = voice ? shot.Line : null,
                Transition = i == 0 ? new Transition() : shot.Transition with { Seconds = Math.Min(shot.Transition.Seconds, lengths[i]) },
            }),
        ];
        return board with
        {
            Language = embedded.Language,
            Captions = embedded.Captions,
            Look = Branded(board.Look, embedded.Look),
            Sound = embedded.Sound with { Tempo = embedded.Sound.Tempo ?? board.Sound.Tempo },
            Brand = embedded.Brand,
            Legal = embedded.Legal,
            Cast = [.. board.Cast.Select(subject => subject.Id == ProductCast.Id && product is not null ? product : Plain(subject, embedded))],
            Shots = shots,
            EndCard = Card(board.EndCard, embedded.EndCard, shots.Length > 0 ? shots[^1].Seconds : 0),
        };
    }

    private static IReadOnlyList<decimal> Lengths(Storyboard board, decimal seconds)
    {
        var fits = board.Shots.Count is >= 1 and <= StoryboardRules.MostShots && board.Shots.Count * 0.5m <= seconds
            && board.Shots.Count * 60m >= seconds && board.Shots.All(shot => shot.Seconds is > 0 and <= 120);
        return fits && board.Seconds != seconds
            ? ShotLengths.Split(seconds, [.. board.Shots.Select(shot => (double)shot.Seconds)])
            : [.. board.Shots.Select(shot => shot.Seconds)];
    }

    // Colours of a brand are not for a model to change; those of a mood are.
    private static Look Branded(Look look, Look embedded)
    {
        var style = MoodStyle.Of(embedded.Mood);
        return embedded.Primary == style.Primary && embedded.Accent == style.Accent ? look : embedded with { Mood = look.Mood };
    }

    // Pictures are the caller's: a model can name none but those that the embedded writer put there.
    private static Subject Plain(Subject subject, Storyboard embedded) =>
        embedded.Cast.FirstOrDefault(known => known.Id == subject.Id && known.IsOwn) ?? subject with { Picture = null, Model = null };

    private static EndCard? Card(EndCard? card, EndCard? embedded, decimal last) => embedded is null ? null : embedded with
    {
        CallToAction = card?.CallToAction is { Length: > 0 and <= LongestCall } call ? call : embedded.CallToAction,
        Seconds = Math.Clamp(card?.Seconds ?? embedded.Seconds, 1, Math.Max(1, Math.Min(6, last))),
    };
}
