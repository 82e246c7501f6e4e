using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Chapters;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>A chapter of a novel as a short drama.</summary>
public class ChapterTests
{
    private const string English = """
        The rain had not stopped since morning. Mara stood in the kitchen and waited for the kettle. The lamp above the table flickered once and went out.
        “You came back,” said Mara. Tobias closed the door behind him and put his wet hat on the chair. “I promised I would,” said Tobias.
        “You promised a great many things!” cried Mara. Suddenly the vase fell from the shelf and shattered. Neither of them moved.
        “Leave it,” said Tobias. He went to the window and looked out for a long time.
        The next morning they walked down to the beach. The sea was grey and calm. A wooden boat drifted on the water far out.
        “Do you remember the summer of the lanterns?” asked Mara. “Every night of it,” Tobias replied.
        A ball rolled across the sand towards them, and a boy came running after it. “Is it yours?” asked Mara. The boy shook his head and laughed.
        Tobias had turned away. “I am leaving on Friday,” said Tobias. She did not answer him. At last the boat was gone from sight.
        """;

    private const string Chinese = """
        雨从早上就没有停过。林小雨站在厨房里，等水烧开。桌上的灯闪了一下，灭了。
        “你回来了。”林小雨说。周远关上了门，把湿帽子放在椅子上。“我答应过的。”周远说。
        “你答应过的事太多了！”林小雨喊道。突然，花瓶从架子上掉下来，摔碎了。他们谁都没有动。
        “别管它。”周远低声说。他走到窗前，看了很久。
        第二天，他们走到海边的沙滩上。海面灰蒙蒙的，很平静。一只小船在海上漂着。
        “你还记得那年夏天吗？”林小雨问。“每一个晚上都记得。”周远回答。
        一个球滚过沙滩，滚到了他们脚边。“是你的吗？”林小雨问。男孩摇了摇头，笑了。
        周远转过身去。“我星期五就走。”周远说。她没有回答他。最后，小船看不见了。
        """;

    [Theory]
    [InlineData(English, "Mara", "Tobias", "You came back")]
    [InlineData(Chinese, "林小雨", "周远", "你回来了。")]
    public async Task Chapter_becomes_scenes_with_a_cast_that_stays_and_lines_that_are_said(string chapter, string one, string other, string first)
    {
        var written = await Requests.Written(new VideoRequest { Prompt = chapter, Seconds = 90, Voice = true });
        var board = written.Storyboard;

        Assert.Empty(StoryboardRules.Check(board));
        Assert.Equal(90, board.Seconds);
        Assert.InRange(board.Shots.Count, 10, 24);
        Assert.Equal(2, board.Cast.Where(subject => subject.Name == one || subject.Name == other).Select(subject => subject.Colour).Distinct().Count());
        var lines = board.Shots.Where(shot => shot.Line is not null).ToList();
        Assert.True(lines.Count >= 7, $"{lines.Count} lines");
        Assert.Equal((first, one), (lines[0].Line!, lines[0].Speaker));
        Assert.Equal([one, other], lines.Take(2).Select(shot => shot.Speaker));
        Assert.All(lines, shot => Assert.Equal(shot.Speaker, board.Cast.Single(subject => subject.Id == shot.Subjects[0]).Name));
        Assert.Equal(Setting.Kitchen, board.Shots[0].Setting);
        Assert.Equal(Framing.Wide, board.Shots[0].Camera.Framing);
        Assert.Contains(board.Shots, shot => shot.Setting is Setting.Beach or Setting.Sea);
        Assert.Contains(board.Shots, shot => shot.Action == Deed.Shatter);
        Assert.Contains(written.Warnings, warning => warning.StartsWith("The prompt is read as a story of", StringComparison.Ordinal));
        Assert.Contains(written.Warnings, warning => warning.Contains("jointed mannequins", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public async Task What_there_is_no_time_for_is_said(string chapter)
    {
        var written = await Requests.Written(new VideoRequest { Prompt = chapter, Seconds = 12 });

        Assert.Empty(StoryboardRules.Check(written.Storyboard));
        Assert.Contains(written.Warnings, warning => warning.StartsWith("Lines left out: ", StringComparison.Ordinal));
        Assert.Contains(written.Storyboard.Shots, shot => shot.Caption is not null);
        Assert.All(written.Storyboard.Shots, shot => Assert.Null(shot.Line));
    }

    [Fact]
    public async Task Long_chapters_are_cut_to_what_a_storyboard_holds()
    {
        var chapter = string.Join('\n', Enumerable.Repeat(English, 40))[..32_000];
        var written = await Requests.Written(new VideoRequest { Prompt = chapter, Seconds = 120, Voice = true });

        Assert.Empty(StoryboardRules.Check(written.Storyboard));
        Assert.True(written.Storyboard.Shots.Count <= 24);
    }

    [Theory]
    [InlineData("A red ball bounces. Then it rolls. Then it floats. It was fun. He said so. It had rained. She was there. It stopped. It went on.")]
    [InlineData("We want an ad. The camera pans. The bottle turned. It was lit. A spot for TV. The shot ended. Text: \"Now\". We had fun. It was good. The brand showed. The end came. It closed.")]
    public void Orders_are_no_stories(string prompt) => Assert.Null(ChapterReader.Read(prompt, 30));
}
