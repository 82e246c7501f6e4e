using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Tests.Campaigns;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Durable;

/// <summary>What becomes of a video whose engine goes down while its shots are made.</summary>
public sealed class EngineFallOverTests : IAsyncLifetime
{
    private static readonly RenderError _down = new("out_of_memory", "The GPU fell off the bus.", false);
    private readonly ConcurrentBag<ShotOrder> _filmed = [];
    private CampaignHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await CampaignHost.Start();
        _host.Worker.Installed = [new EngineInfo("diffusion", "2"), new EngineInfo("world", "1")];
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_next_engine_makes_the_shots_that_are_missing_and_the_video_says_so()
    {
        var first = 0;
        _host.Worker.Fail = job => Failure(job, order => order.Engine == "diffusion" && Interlocked.CompareExchange(ref first, 1, 0) != 0);
        var video = await Ended(new VideoRequest { Prompt = "A red ball bounces on a marble counter", Seconds = 10, Music = false, Engine = "diffusion", Fallbacks = ["world"] });

        Assert.Equal("completed", video.GetProperty("status").GetString());
        var all = _filmed.Select(order => order.Shot.Id).Distinct().ToList();
        var kept = Assert.Single(_filmed, order => order.Engine == "diffusion");
        Assert.True(all.Count > 1);
        Assert.Equal(all.Except([kept.Shot.Id]).Order(), _filmed.Where(order => order.Engine == "world").Select(order => order.Shot.Id).Order());
        var warning = Assert.Single(Warnings(video), text => text.Contains("diffusion"));
        Assert.StartsWith("The engine 'diffusion' failed while the shots were made: The GPU fell off the bus. 'world' took its place for shot", warning);
    }

    [Fact]
    public async Task An_engine_that_fails_from_the_beginning_is_replaced_for_all_shots()
    {
        _host.Worker.Fail = job => Failure(job, order => order.Engine == "diffusion");
        var video = await Ended(new VideoRequest { Prompt = "A red ball bounces on a marble counter", Seconds = 4, Music = false, Engine = "diffusion", Fallbacks = ["world"] });

        Assert.Equal("completed", video.GetProperty("status").GetString());
        Assert.Equal(["world"], _filmed.Select(order => order.Engine).Distinct());
        Assert.Contains(Warnings(video), text => text.EndsWith("'world' took its place for all of them.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_engine_that_was_named_is_not_replaced()
    {
        _host.Worker.Fail = job => Failure(job, order => order.Engine == "diffusion");
        var video = await Ended(new VideoRequest { Prompt = "A red ball bounces on a marble counter", Seconds = 4, Music = false, Engine = "diffusion" });

        Assert.Equal(("failed", "out_of_memory"), (video.GetProperty("status").GetString(), video.GetProperty("error").GetProperty("code").GetString()));
        Assert.Empty(_filmed);
    }

    [Fact]
    public async Task Where_all_fail_the_last_says_why()
    {
        _host.Worker.Fail = job => Failure(job, _ => true);
        var video = await Ended(new VideoRequest { Prompt = "A red ball bounces on a marble counter", Seconds = 4, Music = false, Engine = "diffusion", Fallbacks = ["world"] });

        Assert.Equal(("failed", "out_of_memory"), (video.GetProperty("status").GetString(), video.GetProperty("error").GetProperty("code").GetString()));
    }

    private RenderError? Failure(RenderJob job, Func<ShotOrder, bool> fails)
    {
        if (job is not ShotJob { Order: var order })
        {
            return null;
        }

        if (fails(order))
        {
            return _down;
        }

        _filmed.Add(order);
        return null;
    }

    private async Task<JsonElement> Ended(VideoRequest request)
    {
        var id = $"video_{Guid.CreateVersion7():n}";
        await _host.Use(services => services.GetRequiredService<VideoIntake>().Accept(new NewVideo("default", id, "auto", request), default));
        return await _host.Until($"/v1/videos/{id}", video => video.GetProperty("status").GetString() is "completed" or "failed");
    }

    private static IEnumerable<string> Warnings(JsonElement video) => video.GetProperty("warnings").EnumerateArray().Select(text => text.GetString()!);
}
