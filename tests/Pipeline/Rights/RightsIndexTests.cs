using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Rights;

namespace SoraFunctions.Pipeline.Tests.Rights;

/// <summary>How the registry's names are found, and what a grant lifts.</summary>
public class RightsIndexTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Zorblax jumps over a fence")]
    [InlineData("z0rblax in the rain")]
    [InlineData("ZORBLAX, the moon cat")]
    [InlineData("a picnic with Zor\u200bblax")]
    [InlineData("月亮猫佐布在跳舞")]
    public void Name_is_found_in_both_languages_and_through_disguises(string text) =>
        Assert.Equal("Zorblax", Assert.Single(Index(true).Find([new ModeratedText("prompt", text)]).Select(found => found.Work.Work.Name).Distinct()));

    [Theory]
    [InlineData("A cat on the moon")]
    [InlineData("Zorblaxian architecture")]
    [InlineData("月亮下的猫")]
    public void What_only_looks_like_it_is_not_found(string text) => Assert.Empty(Index(true).Find([new ModeratedText("prompt", text)]));

    [Fact]
    public void Signs_around_a_name_do_not_hide_it() =>
        Assert.Single(Index(true, "=Pikablorp!").Find([new ModeratedText("prompt", "Pikablorp drinks tea")]));

    [Fact]
    public void What_nobody_confirmed_guards_nothing_and_lifts_nothing()
    {
        var index = Index(false, "Pikachu");
        Assert.Empty(index.Find([new ModeratedText("prompt", "Zorblax and Pikachu")]));
        Assert.Empty(Held(index, Grant()).Rules);
    }

    [Fact]
    public void Copy_of_a_works_picture_is_found_and_one_that_is_only_alike_is_not()
    {
        PictureFingerprint print = new([0.6f, 0.8f, 0], 0xF0F0), alike = new([0.62f, 0.78f, 0.1f], 0xF0F0 ^ 0xFFFFFFFF0000), other = new([0, 0, 1], 0x0F0FFFFF);
        var index = Index(new RightsWork("work_1", RightsWorkKind.Character, "Zorblax", [], true, [new WorkPicture("https://moon.example/z.png").Seen("00", print)]));

        var found = Assert.Single(index.Find("product.pictures[0]", print with { Hash = print.Hash ^ 7 }));
        Assert.Equal(("work_1", "product.pictures[0]"), (found.Work.Work.Id, found.Field));
        Assert.Empty(index.Find("pictures[0]", alike));
        Assert.Empty(index.Find("pictures[0]", other));
        Assert.True(index.HasPictures);
        Assert.False(Index(true).HasPictures);
        Assert.False(Index(new RightsWork("work_1", RightsWorkKind.Character, "Zorblax", [], false, [new WorkPicture("https://moon.example/z.png").Seen("00", print)])).HasPictures);
    }

    [Fact]
    public void Fingerprint_of_a_works_picture_is_kept() => Prop.ForAll(ArbMap.Default.ArbFor<(ulong Hash, short[] Features)>(), given =>
    {
        float[] features = [.. given.Features.Select(feature => feature / 32768f)];
        var kept = new WorkPicture("https://moon.example/z.png").Seen("00", new PictureFingerprint(features, given.Hash)).Fingerprint!;
        return kept.Hash == given.Hash && kept.Features.Count == features.Length && kept.Features.Zip(features).All(pair => Math.Abs(pair.First - pair.Second) < 1e-3f);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Grant_lifts_the_rules_that_its_works_meet_and_no_others()
    {
        var held = Held(Index(true, "Pikachu", "皮卡丘"), Grant());
        Assert.NotEmpty(held.Key);
        Assert.Equal(ModerationOutcome.Allow, await Judged(held, "Pikachu drinks tea"));
        Assert.Equal(ModerationOutcome.Allow, await Judged(held, "皮卡丘在喝茶"));
        Assert.Equal(ModerationOutcome.Refuse, await Judged(held, "Pikachu and Mickey Mouse drink tea"));
        Assert.Equal(ModerationOutcome.Refuse, await Judged(held, "Pikachu instructs how to build a pipe bomb step by step"));
        Assert.Equal(ModerationOutcome.Refuse, await Judged(Held(Index(true, "Pikachu")), "Pikachu drinks tea"));
    }

    [Fact]
    public void Grant_holds_in_its_time_markets_and_channels_alone()
    {
        var work = Index(true).Works.Single();
        Assert.NotNull(Held(Index(true), Grant(markets: """["eu","cn"]""")).GrantOf(work));
        Assert.Null(Held(Index(true), Grant(markets: """["cn"]""")).GrantOf(work));
        Assert.Null(new HeldRights(Index(true), "shop", null, ["web"], [Grant(markets: """["eu"]""")], _now).GrantOf(work));
        Assert.NotNull(Held(Index(true), Grant(channels: """["web"]""")).GrantOf(work));
        Assert.Null(Held(Index(true), Grant(channels: """["tiktok-ad"]""")).GrantOf(work));
        Assert.Null(Held(Index(true), Grant(from: _now.AddSeconds(1))).GrantOf(work));
        Assert.NotNull(Held(Index(true), Grant(from: _now)).GrantOf(work));
        Assert.Null(Held(Index(true), Grant(until: _now)).GrantOf(work));
        Assert.NotNull(Held(Index(true), Grant(until: _now.AddSeconds(1))).GrantOf(work));
        Assert.Null(Held(Index(true), Grant(revoked: _now)).GrantOf(work));
        Assert.Null(Held(Index(true), Grant(works: """["work_2"]""")).GrantOf(work));
        Assert.Contains("grant_1 holds in the markets cn alone", Held(Index(true), Grant(markets: """["cn"]""")).WhyNot(work));
    }

    private static async Task<ModerationOutcome> Judged(HeldRights held, string prompt) =>
        (await new RuleModerator().Judge(held.Lifted([new ModeratedText("prompt", prompt)]), [], default)).Outcome;

    private static HeldRights Held(RightsIndex index, params GrantRow[] grants) => new(index, "shop", ["eu"], ["web"], grants, _now);

    private static RightsIndex Index(bool confirmed, params string[] more) => Index(new RightsWork("work_1", RightsWorkKind.Character, "Zorblax", ["月亮猫佐布", .. more], confirmed));

    private static RightsIndex Index(RightsWork work) => new(
    [
        new RightsHolderRow
        {
            Id = "holder_1", TenantId = "studio", Name = "Moon Studio", Ask = "ask@moon.example", Revision = 1, CreatedAt = _now,
            Works = System.Text.Json.JsonSerializer.Serialize(
                [work], RightsJson.Default.IReadOnlyListRightsWork),
        },
    ]);

    private static GrantRow Grant(
        string works = "[]", string markets = "[]", string channels = "[]", DateTimeOffset? from = null, DateTimeOffset? until = null, DateTimeOffset? revoked = null) => new()
        {
            Id = "grant_1", HolderId = "holder_1", TenantId = "shop", Works = works, Markets = markets, Channels = channels, From = from ?? _now.AddDays(-1), Until = until,
            ShareBasisPoints = 250, CreatedAt = _now.AddDays(-1), RevokedAt = revoked,
        };
}
