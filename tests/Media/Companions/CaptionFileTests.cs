using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Companions;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Tests.Companions;

/// <summary>The files of captions, to the letter.</summary>
public sealed class CaptionFileTests
{
    private static readonly TimedText[] _cues =
    [
        new(0.25, 2.5, "The first light of morning settles on the glaze, and every sip takes its time."),
        new(2.6, 3725.0404, "R&D <b>fast</b> -> {\\an8}slow"),
        new(3726, 3727, "清晨的第一缕阳光落在温润的釉面上，让每一口咖啡都慢下来"),
    ];

    [Fact]
    public void WebVtt_escapes_what_could_be_a_tag() => Assert.Equal(
        """
        WEBVTT

        00:00:00.250 --> 00:00:02.500
        The first light of morning settles on
        the glaze, and every sip takes its time.

        00:00:02.600 --> 01:02:05.040
        R&amp;D &lt;b&gt;fast&lt;/b&gt; -&gt; {\an8}slow

        01:02:06.000 --> 01:02:07.000
        清晨的第一缕阳光落在温润的
        釉面上，让每一口咖啡都慢下来

        """.ReplaceLineEndings("\n"), CaptionFile.Vtt(_cues));

    [Fact]
    public void SubRip_is_numbered_with_commas_and_has_no_tags() => Assert.Equal(
        """
        1
        00:00:00,250 --> 00:00:02,500
        The first light of morning settles on
        the glaze, and every sip takes its time.

        2
        00:00:02,600 --> 01:02:05,040
        R&D ‹b›fast‹/b› -› { \an8}slow

        3
        01:02:06,000 --> 01:02:07,000
        清晨的第一缕阳光落在温润的
        釉面上，让每一口咖啡都慢下来

        """.ReplaceLineEndings("\n"), CaptionFile.Srt(_cues));

    [Fact]
    public void What_is_shown_fills_the_time_in_which_nothing_is_said()
    {
        Shot shot = new() { Id = "one", Seconds = 10, Subjects = ["p"] };
        var order = new CutOrder
        {
            Storyboard = new Storyboard { Title = "x", Shots = [shot], EndCard = new EndCard { Title = "Dawn Cup", Price = "$49", Seconds = 2 } },
            Clips = [], Format = new FrameFormat(320, 180), SafeZone = new SafeZone(0, 0, 0, 0), Seed = 1,
        };
        var timed = new TimedShot(shot, "", new ClipLog(), 0, 300, TransitionKind.Cut, 0);
        var cues = CaptionFile.Cues(
            new Timeline(order, [timed], 240),
            [new TimedCaption(timed, new Caption("Hand thrown"), 0.1, 7.9)],
            [new SpokenLine("Good morning", 1, 2.5, [])]);
        Assert.Equal(["Good morning", "Hand thrown", "Dawn Cup · $49"], cues.Select(cue => cue.Text));
        Assert.Equal([1, 2.566667, 8], cues.Select(cue => Math.Round(cue.From, 6)));
        Assert.Equal([2.5, 7.9, 10], cues.Select(cue => Math.Round(cue.To, 6)));
    }
}
