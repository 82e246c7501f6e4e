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

    /// <summary>Keeps the choices of a variant apart from those of the next seed.</summary>
    private const long VariantStep = 1_000_003;

    /// <summary>How the mood looks and moves, with what season and audience suggest.</summary>
    public MoodStyle Style { get; } = Styled(MoodStyle.Of(Mood), OccasionStyle.Of(Brief));

    /// <summary>What season and audience suggest; null for nothing.</summary>
    public OccasionStyle? Occasion { get; } = OccasionStyle.Of(Brief);

    /// <summary>How the advertisement is told; null for the usual way.</summary>
    public Telling? Telling { get; } = Telling.For(Request, Brief) is { } dramaturgy ? Telling.Of(dramaturgy) : null;

    /// <summary>Chooses among what suits; each variant in its own way.</summary>
    public Choice Choice { get; } = new(Request.Seed + (Request.Variant * VariantStep));

    /// <summary>Colours and mood.</summary>
    public Look Look => new()
    {
        Primary = (Brief.Colour ?? Request.Brand?.Primary ?? Palette.Primary).ToLowerInvariant(),
        Accent = (Request.Brand?.Accent ?? Palette.Accent).ToLowerInvariant(),
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
        Tempo = Request.MusicWish is { } wish && (wish.Tempo is not null || wish.File is not null) ? wish.Tempo : Pace switch { < 0 => SlowTempo, > 0 => FastTempo, _ => null },
        Effects = Brief.Effects ?? true,
        RoomTone = Brief.RoomTone ?? true,
    };

    /// <summary>Shots more or fewer than usual.</summary>
    public int MoreShots => Math.Clamp(Style.MoreShots + Pace, -1, 1);

    private int Pace => Brief.Pace != 0 ? Brief.Pace : Occasion?.Pace ?? 0;

    /// <summary>How a shot follows another.</summary>
    /// <param name="wish">What the brief says; null for nothing.</param>
    /// <param name="seconds">Length of the shot.</param>
    public Transition Transition(TransitionKind? wish, decimal seconds)
    {
        var own = Telling?.Transition ?? new Transition(Style.Transition, Style.TransitionSeconds);
        var kind = wish ?? own.Kind;
        var usual = kind == own.Kind ? own.Seconds : kind == TransitionKind.Cut ? 0 : 0.4m;
        return kind == TransitionKind.Cut ? new Transition() : new Transition(kind, Math.Min(usual, Math.Floor(seconds * 2.5m) / 10));
    }

    private static MoodStyle Styled(MoodStyle style, OccasionStyle? occasion) => occasion is null ? style : style with
    {
        Primary = occasion.Colours?.Primary ?? style.Primary,
        Accent = occasion.Colours?.Accent ?? style.Accent,
        Lights = occasion.Light is { } light ? [light, .. style.Lights.Where(other => other != light)] : style.Lights,
        Settings = occasion.Settings.Count > 0 ? [.. occasion.Settings, .. style.Settings.Except(occasion.Settings)] : style.Settings,
    };

    private (string Primary, string Accent) Palette => Request.Variant == 0 ? (Style.Primary, Style.Accent) : Palettes.Of(Request.Variant);

    /// <summary>One of those that suit: the usual one by seed, for a variant each in turn.</summary>
    /// <param name="options">At least one.</param>
    /// <param name="question">Tells this choice from others.</param>
    public T InTurn<T>(IReadOnlyList<T> options, int question)
    {
        var usual = options.ToList().IndexOf(new Choice(Request.Seed).Of(options, question));
        return options[(usual + Request.Variant) % options.Count];
    }
}
