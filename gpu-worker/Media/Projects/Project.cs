using System.Globalization;
using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Projects;

/// <summary>
/// A cut as editing programs see it: clips on one track, stems on others, what is written on the picture as markers. Where a clip comes in
/// over another, the cut between them lies in the middle of that, and either file has the frames for it.
/// </summary>
/// <param name="Time">The cut.</param>
/// <param name="Clips">The clips in order.</param>
/// <param name="Notes">What is written and when.</param>
internal sealed record Project(Timeline Time, IReadOnlyList<ProjectClip> Clips, IReadOnlyList<ProjectNote> Notes)
{
    /// <summary>The sound stems and the mix: name, and file relative to the project.</summary>
    public static IReadOnlyList<(string Name, string File)> Sounds { get; } =
        [.. ((string[])["voice", "music", "effects", "ambience", "mix"]).Select(name => (name, $"sound/{name}.wav"))];

    /// <summary>The finished video, with all words, relative to the project.</summary>
    public const string Finished = "finished.mp4";

    /// <summary>The project of a cut.</summary>
    /// <param name="time">The cut.</param>
    /// <param name="captions">Its captions.</param>
    public static Project Of(Timeline time, IReadOnlyList<TimedCaption> captions)
    {
        var starts = time.Shots.Select(shot => shot.Start + (ProjectClip.Overlapping(shot.Entry) && shot.Start > 0 ? shot.EntryFrames / 2 : 0)).Append(time.Frames).ToList();
        var clips = time.Shots.Select((shot, i) =>
        {
            var next = i + 1 < time.Shots.Count ? time.Shots[i + 1] : null;
            var held = next is not null && ProjectClip.Overlapping(next.Entry) ? next.EntryFrames : 0;
            return new ProjectClip(
                shot,
                string.Create(CultureInfo.InvariantCulture, $"media/{i + 1:00}-{shot.Shot.Id}.mp4"),
                shot.Frames + held,
                starts[i],
                starts[i] - shot.Start,
                starts[i + 1] - starts[i],
                i == 0 ? Contract.Storyboards.TransitionKind.Cut : shot.Entry,
                i == 0 ? 0 : shot.EntryFrames);
        });
        return new Project(time, [.. clips], Noted(time, captions));
    }

    private static List<ProjectNote> Noted(Timeline time, IReadOnlyList<TimedCaption> captions)
    {
        var notes = captions.Select(caption => Note(time, caption.From, caption.To, "caption", caption.Caption.Text)).ToList();
        notes.AddRange(time.Shots.Where(shot => shot.Shot.Line is not null).Select(shot => new ProjectNote(shot.Start, shot.Frames, "line", shot.Shot.Line!)));
        if (time.Order.Label.Length > 0)
            notes.Add(new ProjectNote(0, time.Frames, "label", $"{time.Order.Label}: this label is due on the picture, from its first frame"));
        if (time.HasCard && time.Order.Storyboard.EndCard is { } card)
            notes.Add(new ProjectNote(time.CardStart, time.Frames - time.CardStart, "end card", string.Join(" · ", ((string?[])[card.Brand, card.Title, card.Price, card.CallToAction]).OfType<string>())));
        return [.. notes.OrderBy(note => note.Start).ThenBy(note => note.Kind, StringComparer.Ordinal)];
    }

    private static ProjectNote Note(Timeline time, double from, double to, string kind, string words)
    {
        var start = Math.Clamp((int)Math.Round(from * time.Rate), 0, time.Frames - 1);
        return new ProjectNote(start, Math.Clamp((int)Math.Round(to * time.Rate) - start, 1, time.Frames - start), kind, words);
    }
}
