using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Projects;

/// <summary>Writes a project as Final Cut Pro XML, version 1.10.</summary>
internal static class FcpXmlFile
{
    private const string Format = "r1";

    /// <summary>The file.</summary>
    public static string Write(Project project)
    {
        var time = project.Time;
        var sounds = time.Order.Silent ? [] : Project.Sounds.Where(sound => sound.Name != "mix").ToList();
        var resources = new XElement(
            "resources",
            new XElement(
                "format", new XAttribute("id", Format), new XAttribute("frameDuration", $"1/{time.Rate}s"), new XAttribute("width", time.Order.Format.Width),
                new XAttribute("height", time.Order.Format.Height), new XAttribute("colorSpace", "1-1-1 (Rec. 709)")),
            project.Clips.Select((clip, i) => Film(PictureId(i), clip.Shot.Shot.Id, clip.File, clip.MediaFrames, time.Rate)),
            time.HasCard ? Film(FinishedId, "finished", Project.Finished, time.Frames, time.Rate) : null,
            sounds.Select((sound, i) => Asset(
                SoundId(i), sound.Name, sound.File, time.Frames, time.Rate,
                new XAttribute("hasAudio", 1), new XAttribute("audioSources", 1), new XAttribute("audioChannels", 2), new XAttribute("audioRate", 48000))));
        var sequence = new XElement(
            "sequence", new XAttribute("format", Format), new XAttribute("duration", At(time.Frames, time.Rate)), new XAttribute("tcStart", "0s"), new XAttribute("tcFormat", "NDF"),
            new XAttribute("audioLayout", "stereo"), new XAttribute("audioRate", "48k"),
            new XElement("spine", project.Clips.SelectMany((clip, i) => Spine(project, clip, i, sounds.Count))));
        var title = time.Order.Storyboard.Title;
        var document = new XDocument(
            new XDocumentType("fcpxml", null, null, null),
            new XElement("fcpxml", new XAttribute("version", "1.10"), resources, new XElement("library", new XElement("event", new XAttribute("name", title), new XElement("project", new XAttribute("name", title), sequence)))));
        using var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" }))
            document.Save(writer);
        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }

    private const string FinishedId = "r2";

    private static string PictureId(int clip) => $"p{clip + 1}";

    private static string SoundId(int sound) => $"s{sound + 1}";

    private static XElement Film(string id, string name, string file, int frames, int rate) =>
        Asset(id, name, file, frames, rate, new XAttribute("hasVideo", 1), new XAttribute("format", Format), new XAttribute("videoSources", 1));

    private static XElement Asset(string id, string name, string file, int frames, int rate, params XAttribute[] kind) => new(
        "asset", new XAttribute("id", id), new XAttribute("name", name), new XAttribute("start", "0s"), new XAttribute("duration", At(frames, rate)), kind,
        new XElement("media-rep", new XAttribute("kind", "original-media"), new XAttribute("src", "./" + file)));

    private static IEnumerable<XElement> Spine(Project project, ProjectClip clip, int index, int sounds)
    {
        var rate = project.Time.Rate;
        if (clip.Entry == TransitionKind.Dissolve)
        {
            yield return new XElement(
                "transition", new XAttribute("name", "Cross Dissolve"), new XAttribute("offset", At(clip.Start - clip.EntryFrames / 2, rate)), new XAttribute("duration", At(clip.EntryFrames, rate)));
        }

        // What is connected stands before markers; its place counts in the time of the clip that it is connected to.
        yield return new XElement(
            "asset-clip", new XAttribute("ref", PictureId(index)), new XAttribute("name", clip.Shot.Shot.Id), new XAttribute("offset", At(clip.Start, rate)),
            new XAttribute("start", At(clip.In, rate)), new XAttribute("duration", At(clip.Frames, rate)), new XAttribute("format", Format), new XAttribute("tcFormat", "NDF"),
            index == 0 ? Enumerable.Range(0, sounds).Select(sound => Sound(project, sound)) : [],
            clip == project.Clips[^1] && project.Time.HasCard ? Card(project, clip) : null,
            project.Notes.Where(note => clip.Start <= note.Start && note.Start < clip.End).Select(note => new XElement(
                "marker", new XAttribute("start", At(clip.In + note.Start - clip.Start, rate)), new XAttribute("duration", At(1, rate)), new XAttribute("value", $"{note.Kind}: {note.Words}"))));
    }

    private static XElement Sound(Project project, int sound) => new(
        "asset-clip", new XAttribute("ref", SoundId(sound)), new XAttribute("lane", -1 - sound), new XAttribute("name", Project.Sounds[sound].Name), new XAttribute("offset", "0s"),
        new XAttribute("start", "0s"), new XAttribute("duration", At(project.Time.Frames, project.Time.Rate)), new XAttribute("audioRole", RoleOf(Project.Sounds[sound].Name)));

    private static XElement Card(Project project, ProjectClip clip)
    {
        var (time, rate) = (project.Time, project.Time.Rate);
        return new XElement(
            "asset-clip", new XAttribute("ref", FinishedId), new XAttribute("lane", 1), new XAttribute("name", "end card"), new XAttribute("offset", At(clip.In + time.CardStart - clip.Start, rate)),
            new XAttribute("start", At(time.CardStart, rate)), new XAttribute("duration", At(time.Frames - time.CardStart, rate)), new XAttribute("format", Format), new XAttribute("tcFormat", "NDF"));
    }

    private static string RoleOf(string sound) => sound switch
    {
        "voice" => "dialogue",
        "music" => "music",
        _ => "effects",
    };

    private static string At(int frames, int rate) => frames == 0 ? "0s" : string.Create(CultureInfo.InvariantCulture, $"{frames}/{rate}s");
}
