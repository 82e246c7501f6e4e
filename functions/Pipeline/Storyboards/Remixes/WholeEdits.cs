using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Plans;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of mood, sound and language.</summary>
internal static class WholeEdits
{
    private const int UsualTempo = 96;
    private const double Faster = 1.25;
    private const double Louder = 1.5;

    /// <summary>Applies what an instruction says about the whole; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var before = revision.Board;
        var whole = instruction.Whole;
        var voice = instruction.Said("voice");
        var style = instruction.Said("music") ?? (instruction.IsOfMusic && !instruction.Removes && whole.Mood is { } felt ? Kebab.Name(felt == Mood.Energetic ? MusicStyle.Techno : Enum.Parse<MusicStyle>($"{felt}")) : null);
        var sound = before.Sound with
        {
            Music = instruction.Removes && style is not null ? before.Sound.Music : whole.Music ?? before.Sound.Music,
            Style = style is null || instruction.Removes ? before.Sound.Style : Kebab.Parse<MusicStyle>(style),
            Volume = instruction.Said("volume") is { } volume ? Math.Clamp(Math.Round((before.Sound.Volume ?? 1) * (volume == "louder" ? Louder : 1 / Louder), 2), 0.1, 2) : before.Sound.Volume,
            Voice = voice is null || instruction.Removes ? before.Sound.Voice : (before.Sound.Voice ?? new VoicePlan()) with { Name = voice },
            Effects = whole.Effects ?? before.Sound.Effects,
            RoomTone = whole.RoomTone ?? before.Sound.RoomTone,
        };
        if (whole.Pace != 0 && !instruction.Removes && style is null && !instruction.Has("cannot") && instruction.Step.Deed is null && instruction.Step.Move is null)
        {
            var tempo = (sound.Tempo ?? UsualTempo) * (whole.Pace > 0 ? Faster : 1 / Faster);
            sound = sound with { Tempo = (int)Math.Clamp(Math.Round(tempo), 40, 200) };
            revision.Warnings.Add("Things fall in real time, so only the tempo of the music follows the new pace; name a shot to make it longer or shorter.");
        }

        var look = Look(before.Look, instruction.Removes || style is not null ? null : whole.Mood);
        if (instruction is { IsOfMusic: true, From: not null, Removes: false } && style is null && sound == before.Sound)
        {
            revision.Warnings.Add($"'{instruction.Text}': there is no music of that kind; accepted: {string.Join(", ", Enum.GetValues<MusicStyle>().Select(Kebab.Name))}.");
        }

        if (sound != before.Sound || look != before.Look)
        {
            revision.Board = before with { Sound = sound, Look = look };
        }

        if (instruction.Said("language") is { } language && !instruction.Removes && language != before.Language)
        {
            Speak(revision, language);
        }

        return revision.Board != before;
    }

    // Colours that came with the old mood go with it; colours of a brand stay.
    private static Look Look(Look look, Mood? mood)
    {
        if (mood is not { } wanted)
        {
            return look;
        }

        var (old, style) = (MoodStyle.Of(look.Mood), MoodStyle.Of(wanted));
        return look with
        {
            Mood = wanted,
            Primary = look.Primary == old.Primary ? style.Primary : look.Primary,
            Accent = look.Accent == old.Accent ? style.Accent : look.Accent,
        };
    }

    private static void Speak(Revision revision, string language)
    {
        var board = revision.Board;
        var chinese = Languages.IsChinese(language);
        revision.Board = board with
        {
            Language = language,
            Cast = [.. board.Cast.Select(subject => Renamed(subject, chinese, Languages.IsChinese(board.Language)))],
            EndCard = board.EndCard is { } card ? card with { CallToAction = Translated(card.CallToAction, board.Language, language) } : null,
        };
        if (board.Shots.Any(shot => shot.Caption is not null || shot.Line is not null))
        {
            revision.Warnings.Add("Captions and spoken lines keep their words: they are the caller's own and are not translated here. Send them in the new language.");
        }
    }

    private static Subject Renamed(Subject subject, bool chinese, bool wasChinese)
    {
        var thing = subject.Id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-');
        return subject.Name == Lexicon.BuiltIn.NameOf(thing, wasChinese)
            ? subject with { Name = Lexicon.BuiltIn.NameOf(thing, chinese) }
            : subject;
    }

    private static string? Translated(string? call, string from, string to) =>
        call == Phrases.Shop(from) ? Phrases.Shop(to) : call == Phrases.Look(from) ? Phrases.Look(to) : call;
}
