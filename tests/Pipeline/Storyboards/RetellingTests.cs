using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Retellings;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public sealed class RetellingTests
{
    [Fact]
    public async Task A_bumper_is_told_by_hook_moment_and_end_card_at_lengths_of_their_own()
    {
        var story = (await Requests.Written(Requests.Perfume with { Seconds = 20, Voice = true })).Storyboard;

        var (bumper, warnings) = Told(story, "youtube-bumper-6s");

        Assert.Equal(6, bumper.Seconds);
        Assert.InRange(bumper.Shots.Count, 1, 3);
        Assert.Equal((story.Shots[0].Id, story.Shots[^1].Id), (bumper.Shots[0].Id, bumper.Shots[^1].Id));
        Assert.All(bumper.Shots, shot => Assert.True(shot.Seconds >= 1));
        Assert.InRange(bumper.EndCard!.Seconds, 1, bumper.Shots[^1].Seconds);
        Assert.Empty(StoryboardRules.Check(bumper));
        Assert.StartsWith("youtube-bumper-6s takes 1 to 6 seconds: the story of 20 is told in 6, by 'hook'", warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_shot_in_which_something_happens_is_kept_before_one_in_which_nothing_does()
    {
        var story = Story(4, 4, 4, 4, 4) with { Shots = [.. Story(4, 4, 4, 4, 4).Shots.Select((shot, i) => i == 3 ? shot with { Action = Deed.Drop } : shot)] };

        Assert.Equal(["s0", "s3", "s4"], Told(story, "youtube-bumper-6s").Story.Shots.Select(shot => shot.Id));
    }

    [Fact]
    public void A_line_that_there_is_no_time_for_is_shortened_or_dropped_and_said()
    {
        var story = Story(5, 5, 5, 5);
        var shots = story.Shots.ToArray();
        shots[0] = shots[0] with { Line = "Hand poured glass. It has been made since the year of the great flood by people who know their trade better than all others." };
        shots[3] = shots[3] with { Line = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen" };

        var (bumper, warnings) = Told(story with { Shots = shots }, "youtube-bumper-6s");

        Assert.Equal("Hand poured glass", bumper.Shots[0].Line);
        Assert.Contains(warnings, warning => warning.Contains("the line of shot 's0' is shortened to 'Hand poured glass'", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.Contains("the line of shot 's3' is", StringComparison.Ordinal));
    }

    [Fact]
    public void A_story_that_is_too_short_is_told_longer_with_all_its_shots()
    {
        var (told, warnings) = Told(Story(1, 2), "tiktok");

        Assert.Equal((5m, 2), (told.Seconds, told.Shots.Count));
        Assert.Equal(["tiktok-ad takes 5 to 60 seconds: the story of 3 is told in 5, every shot being longer."], warnings);
    }

    [Fact]
    public async Task A_post_for_its_owner_shows_no_names_prices_or_buttons()
    {
        var story = (await Requests.Written(Requests.Perfume)).Storyboard;

        var (told, warnings) = Told(story, "tiktok-organic-clean");

        Assert.Null(told.EndCard);
        Assert.All(told.Shots, shot => Assert.Null(shot.Caption));
        Assert.Single(warnings, warning => warning.Contains("does not take all words in the picture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_marketplace_that_takes_no_price_keeps_the_rest_of_the_end_card()
    {
        var story = (await Requests.Written(Requests.Perfume)).Storyboard;

        var card = Told(story, "amazon-sponsored-brands").Story.EndCard!;

        Assert.Equal((null, story.EndCard!.Title, story.EndCard.CallToAction), (card.Price, card.Title, card.CallToAction));
    }

    [Fact]
    public void The_last_shot_of_a_loop_lasts_on_into_its_beginning() =>
        Assert.Equal([2m, 3.5m], Told(Story(2, 3), "web-hero-loop").Story.Shots.Select(shot => shot.Seconds));

    [Fact]
    public async Task A_story_that_suits_a_channel_stays_as_it_is()
    {
        var story = (await Requests.Written(Requests.Perfume)).Storyboard;

        var (told, warnings) = Told(story, "web");

        Assert.Same(story, told);
        Assert.Empty(warnings);
    }

    [Fact]
    public void Every_story_can_be_told_on_every_channel() => Prop.ForAll(
        Gen.Choose(5, 300).Select(tenths => tenths / 10m).ListOf().Where(list => list.Count is >= 1 and <= 24 && list.Sum() is >= 1 and <= 120).Select(list => list.ToArray()).ToArbitrary(),
        Gen.Elements(ChannelProfile.All.ToArray()).ToArbitrary(),
        (lengths, channel) =>
        {
            var told = Retelling.For(Story(lengths) with { EndCard = new EndCard { Title = "Cup", Seconds = 1 } }, channel).Storyboard;
            var seconds = told.Seconds - channel.LoopSeconds;
            Assert.InRange(seconds, channel.Seconds.Least, channel.Seconds.Most);
            Assert.DoesNotContain(StoryboardRules.Check(told), fault => !fault.Field.Contains("end_card", StringComparison.Ordinal) || lengths[^1] >= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Renditions_of_one_shape_share_clips_at_the_larger_size_and_other_shapes_are_framed_anew()
    {
        var story = Story(3, 3);
        FrameFormat web = new(1280, 720), full = new(1920, 1080), tall = new(1080, 1920);
        var captioned = story with
        {
            Shots = [story.Shots[0] with { Caption = new Caption("Words") }, story.Shots[1]],
            Captions = CaptionStyle.Karaoke,
            Brand = new BrandKit { Logo = new string('a', 64) },
            Legal = "Terms apply.",
        };

        Assert.Equal([full, full, tall], Renditions.Filmed(Quality.Standard, [(web, story), (full, captioned), (tall, story)]));
    }

    [Fact]
    public void Another_length_is_another_clip_so_it_is_filmed_at_its_own_size() =>
        Assert.Equal(
            [new FrameFormat(1280, 720), new FrameFormat(1920, 1080)],
            Renditions.Filmed(Quality.Standard, [(new FrameFormat(1280, 720), Story(5, 5)), (new FrameFormat(1920, 1080), Story(3, 3))]));

    private static (Storyboard Story, IReadOnlyList<string> Warnings) Told(Storyboard story, string channel)
    {
        var told = Retelling.For(story, ChannelProfile.Find(channel)!);
        return (told.Storyboard, told.Warnings);
    }

    private static Storyboard Story(params decimal[] lengths) => new()
    {
        Title = "Cup",
        Cast = [new Subject { Id = "it", Name = "Cup", Form = Form.Cup }],
        Shots = [.. lengths.Select((seconds, i) => new Shot { Id = $"s{i}", Seconds = seconds, Subjects = ["it"] })],
    };
}
