using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Projects;

/// <summary>What editing programs are given of a cut of three shots: 30 frames, 36 that dissolve in over 10, 45 with an end card of 30.</summary>
public sealed class ProjectTests : IAsyncLifetime
{
    private static readonly (string Id, int In, int Frames, int Media)[] _clips = [("one", 0, 35, 40), ("two", 5, 31, 36), ("three", 0, 45, 45)];

    private TestCut _cut = null!;

    private string Folder => _cut["project"];

    public async Task InitializeAsync()
    {
        _cut = await TestCut.Make(
            new FrameFormat(320, 180),
            [
                TestCut.Shot("one", 1m, new Caption("First & <best>", CaptionRole.Title)),
                TestCut.Shot("two", 1.2m, transition: new Transition(TransitionKind.Dissolve, 10 / 30m)),
                TestCut.Shot("three", 1.5m),
            ],
            change: order => order with
            {
                Label = "AI generated",
                Metadata = new Dictionary<string, string> { ["AIGC"] = """{"Label":"1"}""" },
                Storyboard = order.Storyboard with { EndCard = new EndCard { Title = "Cup", Price = "$9", Seconds = 1 } },
                Outputs = [ExtraOutput.Editors],
            });
        ZipFile.ExtractToDirectory(_cut[OutputNames.Project], Folder);
    }

    public Task DisposeAsync()
    {
        _cut.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Media_have_the_frames_that_timelines_use_and_no_words()
    {
        foreach (var ((id, _, _, frames), i) in _clips.Select((clip, i) => (clip, i)))
        {
            var film = await VideoProbe.Read(Path.Combine(Folder, "media", $"0{i + 1}-{id}.mp4"), default);
            Assert.Equal((frames, "h264", null), (film.Picture.Frames, film.Picture.Codec, film.Sound));
        }

        foreach (var stem in (string[])["voice", "music", "effects", "ambience", "mix"])
            Assert.Equal(56 + 8 * 48000 * 111 / 30, new FileInfo(Path.Combine(Folder, "sound", $"{stem}.wav")).Length);
        Assert.Equal(await File.ReadAllBytesAsync(_cut.Video), await File.ReadAllBytesAsync(Path.Combine(Folder, "finished.mp4")));
        Assert.Contains("labels it", await File.ReadAllTextAsync(Path.Combine(Folder, "README.txt")));
    }

    [Fact]
    public void Open_timeline_has_the_cut_in_the_middle_of_what_dissolves_and_both_sides_have_frames_for_it()
    {
        var timeline = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "timeline.otio")))!;
        Assert.Equal("Timeline.1", Schema(timeline));
        Assert.Equal("""{"Label":"1"}""", (string?)timeline["metadata"]!["sora"]!["AIGC"]);
        var tracks = timeline["tracks"]!["children"]!.AsArray();
        Assert.Equal(["Video", "Video", "Audio", "Audio", "Audio", "Audio", "Audio"], tracks.Select(track => (string)track!["kind"]!));
        var pictures = tracks[0]!["children"]!.AsArray();
        Assert.Equal(["Clip.2", "Transition.1", "Clip.2", "Clip.2"], pictures.Select(item => Schema(item!)));
        Assert.Equal(_clips.Select(clip => (clip.Id, clip.In, clip.Frames, clip.Media)), pictures.Where(item => Schema(item!) == "Clip.2").Select(clip => (
            (string)clip!["name"]!, Frames(clip["source_range"]!["start_time"]!), Frames(clip["source_range"]!["duration"]!), Frames(clip["media_references"]!["DEFAULT_MEDIA"]!["available_range"]!["duration"]!))));
        Assert.Equal((5, 5, "SMPTE_Dissolve"), (Frames(pictures[1]!["in_offset"]!), Frames(pictures[1]!["out_offset"]!), (string)pictures[1]!["transition_type"]!));
        var card = tracks[1]!["children"]!.AsArray();
        Assert.Equal([("Gap.1", 81), ("Clip.2", 30)], card.Select(item => (Schema(item!), Frames(item!["source_range"]!["duration"]!))));
        var markers = timeline["tracks"]!["markers"]!.AsArray();
        Assert.All(markers, marker => Assert.Equal("Marker.2", Schema(marker!)));
        Assert.Contains(markers, marker => (string)marker!["comment"]! == "First & <best>");
    }

    [Fact]
    public void Final_cut_project_lays_every_clip_where_the_last_one_ends()
    {
        var document = XDocument.Load(Path.Combine(Folder, "timeline.fcpxml"));
        Assert.Equal(("fcpxml", "1.10"), (document.DocumentType!.Name, (string?)document.Root!.Attribute("version")));
        var spine = document.Descendants("spine").Single();
        var clips = spine.Elements("asset-clip").ToList();
        Assert.Equal([(0, 35, 0), (35, 31, 5), (66, 45, 0)], clips.Select(clip => (At(clip, "offset"), At(clip, "duration"), At(clip, "start"))));
        var dissolve = spine.Element("transition")!;
        Assert.Equal((30, 10), (At(dissolve, "offset"), At(dissolve, "duration")));
        Assert.Equal(["-1", "-2", "-3", "-4"], clips[0].Elements("asset-clip").Select(sound => (string)sound.Attribute("lane")!));
        Assert.Equal(81 - 66, At(clips[2].Element("asset-clip")!, "offset"));
        var assets = document.Descendants("asset").ToDictionary(asset => (string)asset.Attribute("id")!);
        Assert.All(document.Descendants("asset-clip"), clip => Assert.True(At(clip, "start") + At(clip, "duration") <= At(assets[(string)clip.Attribute("ref")!], "duration")));
        Assert.All(assets.Values, asset => Assert.True(File.Exists(Path.Combine(Folder, (string)asset.Element("media-rep")!.Attribute("src")!))));
        Assert.Contains(document.Descendants("marker"), marker => (string)marker.Attribute("value")! == "caption: First & <best>");
    }

    [Fact]
    public void Edit_list_dissolves_by_an_event_of_two_lines()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "timeline.edl"));
        Assert.Equal(("TITLE: Test", "FCM: NON-DROP FRAME"), (lines[0], lines[1]));
        var events = lines.Where(line => Regex.IsMatch(line, @"^\d{3}  ")).ToList();
        Assert.Equal(
            [
                "001  SHOT01   V     C        00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00",
                "002  SHOT01   V     C        00:00:01:00 00:00:01:00 01:00:01:00 01:00:01:00",
                "002  SHOT02   V     D    010 00:00:00:00 00:00:01:06 01:00:01:00 01:00:02:06",
                "003  SHOT03   V     C        00:00:00:00 00:00:01:15 01:00:02:06 01:00:03:21",
                "004  MIX      AA    C        00:00:00:00 00:00:03:21 01:00:00:00 01:00:03:21",
            ],
            events);
        Assert.Contains("* TO CLIP NAME: 02-two.mp4", lines);
    }

    private static string Schema(JsonNode node) => (string)node["OTIO_SCHEMA"]!;

    private static int Frames(JsonNode time) => (int)(double)time["value"]!;

    private static int At(XElement element, string name) => (string)element.Attribute(name)! is var text && text == "0s" ? 0 : int.Parse(text[..text.IndexOf('/')], System.Globalization.CultureInfo.InvariantCulture);
}
