using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Projects;

/// <summary>Writes a project as OpenTimelineIO (schemas of its version 0.15: Timeline.1, Stack.1, Track.1, Clip.2, Transition.1, Gap.1, Marker.2).</summary>
internal static class OtioFile
{
    private const string Media = "DEFAULT_MEDIA";

    private static readonly JsonSerializerOptions _options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    public static string Write(Project project)
    {
        var (time, rate) = (project.Time, project.Time.Rate);
        var tracks = new JsonArray(Pictures(project), Card(project));
        if (!time.Order.Silent)
        {
            foreach (var (name, file) in Project.Sounds)
                tracks.Add(Track(name, "Audio", [Clip(name, file, 0, time.Frames, time.Frames, rate)], enabled: name != "mix"));
        }

        var stack = Item("Stack.1", "tracks");
        stack["children"] = tracks;
        stack["markers"] = new JsonArray([.. project.Notes.Select(note => Marker(note, rate))]);
        var whole = Named("Timeline.1", time.Order.Storyboard.Title);
        whole["global_start_time"] = null;
        whole["tracks"] = stack;
        whole["metadata"] = new JsonObject { ["sora"] = Facts(project) };
        return whole.ToJsonString(_options) + "\n";
    }

    private static JsonObject Facts(Project project)
    {
        var facts = new JsonObject { ["language"] = project.Time.Order.Storyboard.Language, ["label"] = project.Time.Order.Label };
        foreach (var (key, value) in project.Time.Order.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            facts[key] = value;
        return facts;
    }

    private static JsonObject Pictures(Project project)
    {
        var children = new JsonArray();
        var rate = project.Time.Rate;
        foreach (var clip in project.Clips)
        {
            if (clip.Entry != TransitionKind.Cut)
                children.Add(Transition(clip, rate));
            children.Add(Clip(clip.Shot.Shot.Id, clip.File, clip.In, clip.Frames, clip.MediaFrames, rate));
        }

        return Track("picture", "Video", children);
    }

    /// <summary>Over the pictures lies nothing, and then the finished end card.</summary>
    private static JsonObject Card(Project project)
    {
        var (time, rate) = (project.Time, project.Time.Rate);
        var children = new JsonArray();
        if (time.CardStart > 0)
        {
            var gap = Item("Gap.1", "");
            gap["source_range"] = Range(0, time.CardStart, rate);
            children.Add(gap);
        }

        if (time.HasCard)
            children.Add(Clip("end card", Project.Finished, time.CardStart, time.Frames - time.CardStart, time.Frames, rate));
        return Track("end card", "Video", children);
    }

    private static JsonObject Track(string name, string kind, JsonArray children, bool enabled = true)
    {
        var track = Item("Track.1", name);
        track["enabled"] = enabled;
        track["kind"] = kind;
        track["children"] = children;
        return track;
    }

    private static JsonObject Clip(string name, string file, int from, int frames, int media, int rate)
    {
        var reference = Named("ExternalReference.1", name);
        reference["available_range"] = Range(0, media, rate);
        reference["available_image_bounds"] = null;
        reference["target_url"] = file;
        var clip = Item("Clip.2", name);
        clip["source_range"] = Range(from, frames, rate);
        clip["media_references"] = new JsonObject { [Media] = reference };
        clip["active_media_reference_key"] = Media;
        return clip;
    }

    private static JsonObject Transition(ProjectClip clip, int rate)
    {
        var transition = Named("Transition.1", JsonNamingPolicy.KebabCaseLower.ConvertName(clip.Entry.ToString()));
        transition["in_offset"] = Time(clip.Overlaps ? clip.EntryFrames / 2 : 0, rate);
        transition["out_offset"] = Time(clip.Overlaps ? clip.EntryFrames - clip.EntryFrames / 2 : clip.EntryFrames, rate);
        transition["transition_type"] = clip.Entry == TransitionKind.Dissolve ? "SMPTE_Dissolve" : "Custom_Transition";
        return transition;
    }

    private static JsonObject Marker(ProjectNote note, int rate)
    {
        var marker = Named("Marker.2", note.Kind);
        marker["marked_range"] = Range(note.Start, note.Frames, rate);
        marker["color"] = note.Kind == "label" ? "RED" : "GREEN";
        marker["comment"] = note.Words;
        return marker;
    }

    private static JsonObject Item(string schema, string name)
    {
        var item = Named(schema, name);
        item["source_range"] = null;
        item["effects"] = new JsonArray();
        item["markers"] = new JsonArray();
        item["enabled"] = true;
        return item;
    }

    private static JsonObject Named(string schema, string name) => new() { ["OTIO_SCHEMA"] = schema, ["name"] = name, ["metadata"] = new JsonObject() };

    private static JsonObject Range(int start, int frames, int rate) =>
        new() { ["OTIO_SCHEMA"] = "TimeRange.1", ["start_time"] = Time(start, rate), ["duration"] = Time(frames, rate) };

    private static JsonObject Time(int frames, int rate) => new() { ["OTIO_SCHEMA"] = "RationalTime.1", ["rate"] = (double)rate, ["value"] = (double)frames };
}
