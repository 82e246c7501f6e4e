using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.CrashHost;

/// <summary>A small pipeline with one of everything that the runner offers.</summary>
internal static class DurableScenario
{
    public const string Instance = "video";
    public const string Output = "shot-1 shot-2 yes cut delivered";

    private static readonly Activity<string, string> Render = new("Render", 1);
    private static readonly Activity<string, string> Flaky = new("Flaky", 1);
    private static readonly Activity<string, string> Deliver = new("Deliver", 1);
    private static readonly Orchestration<string, string> MakeVideo = new("Make");
    private static readonly Orchestration<string, string> Cut = new("Cut");
    private static readonly Orchestration<string, string> Unwanted = new("Unwanted");

    public static CrashScenario Make(string folder, Journal journal, Deaths deaths)
    {
        var catalog = new OrchestrationCatalog()
            .Add<RenderCode, string, string>(Render)
            .Add<FlakyCode, string, string>(Flaky)
            .Add<DeliverCode, string, string>(Deliver)
            .Add(Cut, CutVideo)
            .Add(Unwanted, (context, _) => context.WaitFor<string>("never", TimeSpan.FromDays(1)))
            .Add(MakeVideo, Video);
        var services = new ServiceCollection()
            .AddSingleton(new SideEffects(folder, deaths))
            .AddSingleton(new Folder(folder))
            .AddTransient<RenderCode>()
            .AddTransient<FlakyCode>()
            .AddTransient<DeliverCode>();
        return new CrashScenario(
            new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
            catalog,
            services,
            client => Drive(client, folder, journal));
    }

    private static async Task<string> Video(IOrchestrationContext context, string input)
    {
        var shots = await Task.WhenAll(context.Call(Render, $"{input}-1"), context.Call(Render, $"{input}-2"));
        context.SetStatus("rendered");
        await context.Delay(TimeSpan.FromMilliseconds(1));
        var approved = await context.WaitFor<string>("approved", TimeSpan.FromMinutes(10));
        var cut = await context.CallSub(Cut, $"{context.InstanceId}/cut", "plan");
        return $"{string.Join(' ', shots)} {approved} {cut} {await context.Call(Deliver, "delivered")}";
    }

    /// <summary>Begins anew once, then cuts.</summary>
    private static async Task<string> CutVideo(IOrchestrationContext context, string input)
    {
        if (input == "plan")
        {
            context.ContinueAsNew("cut");
            return "";
        }

        return await context.Call(Flaky, input, new RetryPolicy(3, TimeSpan.FromMilliseconds(1), 1, TimeSpan.FromMilliseconds(1)));
    }

    private static async Task Drive(IOrchestrationClient client, string folder, Journal journal)
    {
        await client.Start(MakeVideo, Instance, "shot", CancellationToken.None);
        journal.Write("accepted");
        if (!Journal.Read(folder).Contains("approved"))
        {
            await client.Raise(Instance, "approved", "yes", CancellationToken.None);
            journal.Write("approved");
        }

        if (!Journal.Read(folder).Contains("purged"))
        {
            await client.Start(Unwanted, "unwanted", "", CancellationToken.None);
            await client.Suspend("unwanted", "Thinking.", CancellationToken.None);
            await client.Resume("unwanted", "Thought.", CancellationToken.None);
            await client.Cancel("unwanted", "Not wanted.", CancellationToken.None);
            await client.Purge("unwanted", CancellationToken.None);
            journal.Write("purged");
        }

        var end = await client.WaitForEnd(Instance, CancellationToken.None);
        journal.Write($"{end.State} {end.Output?.GetString()}{end.Error}");
    }

    private sealed record Folder(string Path);

    private sealed class RenderCode(SideEffects effects) : IActivity<string, string>
    {
        public Task<string> Run(string input, CancellationToken cancellation)
        {
            effects.Do(input);
            return Task.FromResult(input);
        }
    }

    /// <summary>Fails until a failure of it has been recorded.</summary>
    private sealed class FlakyCode(SideEffects effects, Folder folder) : IActivity<string, string>
    {
        public Task<string> Run(string input, CancellationToken cancellation)
        {
            if (!Journal.Read(folder.Path).Any(line => line.StartsWith("retrying ", StringComparison.Ordinal)))
            {
                throw new IOException("The line is dead.");
            }

            effects.Do(input);
            return Task.FromResult(input);
        }
    }

    private sealed class DeliverCode(SideEffects effects) : IActivity<string, string>
    {
        public Task<string> Run(string input, CancellationToken cancellation)
        {
            effects.Do(input);
            return Task.FromResult(input);
        }
    }
}
