using System.Globalization;
using System.Text;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Projects;

/// <summary>Writes a project as an edit decision list in the form CMX 3600: pictures, dissolves and the mix. Hour 1 is the first frame.</summary>
internal static class EdlFile
{
    private const int Hour = 3600;

    /// <summary>The file.</summary>
    public static string Write(Project project)
    {
        var rate = project.Time.Rate;
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"TITLE: {Plain(project.Time.Order.Storyboard.Title, 70)}\nFCM: NON-DROP FRAME\n");
        for (var i = 0; i < project.Clips.Count; i++)
        {
            var clip = project.Clips[i];
            var shot = clip.Shot;
            var (from, to) = (Hour * rate + shot.Start, Hour * rate + shot.End);
            var number = i + 1;
            if (clip.Entry != TransitionKind.Dissolve)
            {
                file.Append(CultureInfo.InvariantCulture, $"\n{number:000}  {Reel(i)} V     C        {Code(0, rate)} {Code(shot.Frames, rate)} {Code(from, rate)} {Code(to, rate)}\n");
            }
            else
            {
                // A dissolve is an event of two lines: where the one ends, and what comes in over it from there on.
                var before = project.Clips[i - 1].Shot.Frames;
                file.Append(CultureInfo.InvariantCulture, $"\n{number:000}  {Reel(i - 1)} V     C        {Code(before, rate)} {Code(before, rate)} {Code(from, rate)} {Code(from, rate)}\n");
                file.Append(CultureInfo.InvariantCulture, $"{number:000}  {Reel(i)} V     D    {clip.EntryFrames:000} {Code(0, rate)} {Code(shot.Frames, rate)} {Code(from, rate)} {Code(to, rate)}\n");
                file.Append(CultureInfo.InvariantCulture, $"* FROM CLIP NAME: {Path.GetFileName(project.Clips[i - 1].File)}\n");
            }

            file.Append(CultureInfo.InvariantCulture, $"* {(clip.Entry == TransitionKind.Dissolve ? "TO" : "FROM")} CLIP NAME: {Path.GetFileName(clip.File)}\n");
            foreach (var note in project.Notes.Where(note => clip.Start <= note.Start && note.Start < clip.End))
                file.Append(CultureInfo.InvariantCulture, $"* LOC: {Code(Hour * rate + note.Start, rate)} {(note.Kind == "label" ? "RED    " : "GREEN  ")} {note.Kind}: {Plain(note.Words, 100)}\n");
        }

        if (!project.Time.Order.Silent)
        {
            var (start, frames) = (Hour * rate, project.Time.Frames);
            file.Append(CultureInfo.InvariantCulture, $"\n{project.Clips.Count + 1:000}  MIX      AA    C        {Code(0, rate)} {Code(frames, rate)} {Code(start, rate)} {Code(start + frames, rate)}\n* FROM CLIP NAME: mix.wav\n");
        }

        return file.ToString();
    }

    /// <summary>A reel has at most eight letters and digits.</summary>
    private static string Reel(int clip) => string.Create(CultureInfo.InvariantCulture, $"SHOT{clip + 1:00}  ");

    private static string Code(int frame, int rate) => string.Create(
        CultureInfo.InvariantCulture, $"{frame / rate / 3600:00}:{frame / rate / 60 % 60:00}:{frame / rate % 60:00}:{frame % rate:00}");

    private static string Plain(string words, int most)
    {
        var line = words.ReplaceLineEndings(" ");
        return line.Length <= most ? line : line[..most];
    }
}
