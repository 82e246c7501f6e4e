using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Tests.Moderation;

/// <summary>What a deployment and its tenants may set, and what holds then.</summary>
public class TenantModerationTests
{
    private static readonly ModeratedText[] _mild = [new("prompt", "a model in lingerie on a sofa")];

    [Fact]
    public async Task Limits_of_a_tenant_stop_what_others_may_make_and_name_themselves_in_the_policy()
    {
        var strict = Terms("""{"limits":[{"category":"sexual","review":2,"refuse":2}]}""");

        var (others, own) = (await Judged(ModerationTerms.BuiltIn), await Judged(strict));

        Assert.Equal((ModerationOutcome.Allow, ModerationOutcome.Refuse), (others.Outcome, own.Outcome));
        Assert.NotEqual(others.Policy, own.Policy);
        Assert.Contains("sexual content", Refusal.Message(own, strict.Limits));
    }

    [Fact]
    public void Limits_of_a_tenant_are_laid_upon_those_of_the_deployment()
    {
        var deployment = ModerationPolicy.Read("""{"limits":[{"category":"hate","review":2,"refuse":2}],"review_hours":24}""");
        var tenant = ModerationPolicy.Read("""{"limits":[{"category":"violence","review":2,"refuse":4}],"escalate_hours":6}""");

        var terms = ModerationTerms.Of(deployment, tenant);

        Assert.Equal((new CategoryLimit(2, 2), new CategoryLimit(2, 4)), (terms.Limits.Of(ModerationCategory.Hate), terms.Limits.Of(ModerationCategory.Violence)));
        Assert.Equal((TimeSpan.FromHours(24), TimeSpan.FromHours(6), true), (terms.Patience, terms.EscalateAfter, terms.FailClosed));
    }

    [Theory]
    [InlineData("""{"limits":[{"category":"violence","review":6,"refuse":6}]}""", "limits[0]", "not be milder")]
    [InlineData("""{"limits":[{"category":"gore","review":2,"refuse":2}]}""", "limits[0].category", "violence")]
    [InlineData("""{"limits":[{"category":"hate","review":4,"refuse":2}]}""", "limits[0]", "not above refuse")]
    [InlineData("""{"limits":[{"category":"hate","review":3,"refuse":4}]}""", "limits[0]", "2, 4 or 6")]
    [InlineData("""{"limits":[{"category":"hate","review":2,"refuse":2},{"category":"hate","review":2,"refuse":4}]}""", "limits[1].category", "at most once")]
    [InlineData("""{"review_hours":0}""", "review_hours", "1 to 720")]
    [InlineData("""{"review_hours":10,"escalate_hours":10}""", "escalate_hours", "fewer than the 10")]
    [InlineData("""{"closed":true}""", "closed", "")]
    public void What_can_not_be_set_is_refused_by_its_field(string json, string field, string says)
    {
        var error = Assert.Single(Assert.Throws<RequestException>(() => ModerationPolicy.Read(json)).Errors);

        Assert.Equal(field, error.Field);
        Assert.Contains(says, error.Message);
    }

    [Fact]
    public async Task While_a_remote_judge_is_down_nothing_is_decided_for_who_fails_closed()
    {
        var judge = new TenantJudge(new DeadJudge(), ModerationTerms.BuiltIn);

        await Assert.ThrowsAsync<ModeratorDownException>(() => judge.Ask(one => one.Judge(_mild, [], default)));
    }

    [Fact]
    public async Task While_a_remote_judge_is_down_the_rules_judge_alone_for_the_others_and_a_person_is_asked()
    {
        var open = new TenantJudge(new DeadJudge(), Terms("""{"fail_closed":false}"""));

        var verdict = await open.Ask(one => one.Judge(_mild, [], default));
        var bad = await open.Ask(one => one.Judge([new ModeratedText("prompt", "kill all the people in the town")], [], default));

        Assert.Equal((ModerationOutcome.Review, ModerationOutcome.Refuse), (verdict.Outcome, bad.Outcome));
        Assert.Contains("judge-down", verdict.Policy);
        Assert.Contains(verdict.Findings, finding => finding is { Category: ModerationCategory.Unjudged, Severity: 4 });
        Assert.Contains("did not answer", Assert.Single(VerdictWarnings.Of(verdict)));
    }

    [Fact]
    public void A_tenant_may_fail_closed_where_its_deployment_does_not_and_not_the_other_way()
    {
        var (open, closed) = (ModerationPolicy.Read("""{"fail_closed":false}"""), ModerationPolicy.Read("""{"fail_closed":true}"""));

        Assert.True(ModerationTerms.Of(open, closed).FailClosed);
        Assert.True(ModerationTerms.Of(closed, open).FailClosed);
        Assert.False(ModerationTerms.Of(open).FailClosed);
    }

    private static ModerationTerms Terms(string json) => ModerationTerms.Of(ModerationPolicy.Read(json));

    private static Task<ModerationVerdict> Judged(ModerationTerms terms) =>
        new TenantJudge(new RuleModerator(), terms).Ask(judge => judge.Judge(_mild, [], default));

    private sealed class DeadJudge : IModerator
    {
        public string Policy => "dead";

        public Task<ModerationVerdict> Judge(IReadOnlyList<ModeratedText> texts, IReadOnlyList<ModeratedPicture> pictures, CancellationToken cancellation) =>
            throw new ModeratorDownException("It is down.");
    }
}
