using System.Text;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Tests.Webhooks;

public sealed class WebhookSignerTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Body = "{\"test\": 2432232314}";
    private static readonly DateTimeOffset _at = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void Signature_is_that_of_the_published_example() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSigner.Sign([Secret], Id, _at, Body));

    [Fact]
    public void Two_secrets_give_two_entries()
    {
        var entries = WebhookSigner.Sign([WebhookSecret.New(), Secret], Id, _at, Body).Split(' ');
        Assert.Equal(2, entries.Length);
        Assert.Equal(WebhookSigner.Sign([Secret], Id, _at, Body), entries[1]);
    }

    [Fact]
    public void New_secret_holds_32_random_bytes()
    {
        var secret = WebhookSecret.New();
        Assert.StartsWith("whsec_", secret);
        Assert.Equal(32, WebhookSecret.KeyOf(secret).Length);
        Assert.NotEqual(secret, WebhookSecret.New());
    }

    [Fact]
    public void Secret_without_the_prefix_is_its_own_key() => Assert.Equal(Encoding.UTF8.GetBytes("plain"), WebhookSecret.KeyOf("plain"));

    [Fact]
    public void Payload_names_the_video_and_nothing_of_it() => Assert.Equal(
        """{"id":"evt_1","object":"event","created_at":1614265330,"type":"video.completed","data":{"id":"video_1"}}""",
        WebhookPayload.Of("evt_1", WebhookEvents.VideoCompleted, _at, "video_1"));
}
