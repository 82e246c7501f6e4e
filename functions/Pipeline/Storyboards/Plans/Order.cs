using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>A request as the planners need it.</summary>
/// <param name="Request">The order.</param>
/// <param name="Brief">What its prompt asks for.</param>
/// <param name="Language">Of what is shown and spoken.</param>
/// <param name="Mood">Of the whole.</param>
/// <param name="Seconds">Length of the whole, a whole number of frames.</param>
internal sealed record Order(VideoRequest Request, Brief Brief, string Language, Mood Mood, decimal Seconds)
{
    private const int SlowTempo = 72;
    private const int FastTempo = 132;

    /// <summary>How the mood looks and moves.</summary>
    public MoodStyle Style => MoodStyle.Of(Mood);

    /// <summary>Colours and mood.</summary>
    public Look Look => new()
    {
        Primary = (Brief.Colour ?? Request.Brand?.Primary ?? Style.Primary).ToLowerInvariant(),
        Accent = (Request.Brand?.Accent ?? Style.Accent).ToLowerInvariant(),
        Mood = Mood,
    };

    /// <summary>Where a colour that is asked for can be seen; null when none is.</summary>
    public Setting? Backdrop => Brief.Colour is null ? null : Setting.ColourStudio;

    /// <summary>Music and room tone.</summary>
    public SoundPlan Sound => new()
    {
        Music = Request.Music && Brief.Music != false,
        Style = Request.MusicWish?.Style,
        Volume = Request.MusicWish?.Volume,
        Tempo = Request.MusicWish is { } wish && (wish.Tempo is not null || wish.File is not null) ? wish.Tempo : Brief.Pace switch { < 0 => SlowTempo, > 0 => FastTempo, _ => null },
        Effects = Brief.Effects ?? true,
        RoomTone = Brief.RoomTone ?? true,
    };

    /// <summary>Shots more or fewer than usual.</summary>
    public int MoreShots => Math.Clamp(Style.MoreShots + Brief.Pace, -1, 1);

    /// <summary>How a shot follows another.</summary>
    /// <param name="wish">What the brief says; null for nothing.</param>
    /// <param name="seconds">Length of the shot.</param>
    public Transition Transition(TransitionKind? wish, decimal seconds)
    {
        var kind = wish ?? Style.Transition;
        var usual = kind == Style.Transition ? Style.TransitionSeconds : kind == TransitionKind.Cut ? 0 : 0.4m;
        return kind == TransitionKind.Cut ? new Transition() : new Transition(kind, Math.Min(usual, Math.Floor(seconds * 2.5m) / 10));
    }
}
