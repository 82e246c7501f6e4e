using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Pipeline;

namespace SoraFunctions.Azure.Tests.Durable.Engine;

/// <summary>
/// Durable Functions in small: histories in memory, every turn of an orchestration a replay from its beginning, a clock that jumps to
/// the next timer. It runs the app's own functions, and its histories can be cut off anywhere to run again.
/// </summary>
internal sealed class Hub(AzureHost host, Func<Exception, TaskFailureDetails>? trip = null)
{
    private static readonly DateTime _start = FixedClock.Noon.UtcDateTime;

    private readonly Func<Exception, TaskFailureDetails> _trip = trip ?? FailureTrips.Whole;
    private readonly Dictionary<string, HubInstance> _instances = [];
    private DateTime _now = _start;

    public IReadOnlyDictionary<string, HubInstance> Instances => _instances;

    /// <summary>Activities in the order in which they were run, with their inputs.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>How many events have happened, instances that started among them.</summary>
    public int Events { get; private set; }

    public static string Write(object? value) => value is null ? "null" : DurableMessages.Serializer.Serialize(value, value.GetType(), default).ToString();

    public static T Read<T>(string json) => (T)Read(json, typeof(T));

    public static object Read(string json, Type type) => BinaryData.FromString(json).ToStream() is var stream
        ? DurableMessages.Serializer.Deserialize(stream, type, default)!
        : throw new InvalidOperationException();

    /// <summary>The version that new instances have: that of the catalog, as the host's settings say.</summary>
    public static string Newest { get; } = OrchestrationVersions.Write(PipelineServices.CatalogVersion);

    public HubInstance Start(string name, string id, object input, string? version = null) =>
        Start(new HubInstance(name, id, version ?? Newest, Write(input), Events++, null));

    public void Raise(string id, string name, object payload) =>
        _instances[id].History.Add(new HistoryEvent(Events++, _now, null, Write(payload), Name: name));

    /// <summary>Forgets one instance and nothing of what it started, as some hosts do.</summary>
    public bool Purge(string id) => _instances.Remove(id);

    /// <summary>Runs until nothing is left to do but wait for what no one has raised.</summary>
    public async Task Run()
    {
        while (true)
        {
            var turns = _instances.Values.Where(one => !one.Ended && (one.Played < one.History.Count || one.Decisions.Count == 0)).ToList();
            foreach (var instance in turns)
            {
                Turn(instance);
            }

            if (turns.Count == 0 && !await Begin() && !Ring())
            {
                return;
            }
        }
    }

    /// <summary>The hub as it was when so many events had happened, with nothing in flight.</summary>
    public Hub Cut(int events, AzureHost on)
    {
        var cut = new Hub(on, _trip) { Events = events };
        foreach (var instance in _instances.Values.Where(one => one.StartedAt < events))
        {
            var same = instance with { };
            same = new HubInstance(instance.Name, instance.Id, instance.Version, instance.Input, instance.StartedAt, instance.Parent);
            same.History.AddRange(instance.History.Where(happened => happened.Order < events));
            cut._instances.Add(same.Id, same);
        }

        cut._now = cut._instances.Values.SelectMany(one => one.History).Select(one => one.At).Append(_start).Max();
        return cut;
    }

    private HubInstance Start(HubInstance instance)
    {
        _instances.Add(instance.Id, instance);
        return instance;
    }

    /// <summary>Runs the code from the top over all that has happened to it.</summary>
    private void Turn(HubInstance instance)
    {
        var context = new ReplayingContext(instance, _start);
        var entry = FunctionEntry.With<OrchestrationTriggerAttribute>().Single(one => one.Name == instance.Name);
        var input = entry.Method.GetParameters().Single(parameter => parameter != entry.Trigger);
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            if (instance.Decisions.Count == 0 && instance.History.Count == 0)
            {
                context.EndReplay();
            }

            var run = host.Call(entry, context, more: Read(instance.Input, input.ParameterType));
            for (var index = 0; index < instance.History.Count && !run.IsCompleted; index++)
            {
                context.Apply(instance.History[index], replaying: index < instance.Played);
            }

            instance.Played = instance.History.Count;
            Remember(instance, context.Decisions);
            if (run.IsCompleted)
            {
                End(instance, run);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>A replay must ask for the same as before, in the same order.</summary>
    private static void Remember(HubInstance instance, List<Decision> decisions)
    {
        Assert.Equal(instance.Decisions, decisions.Take(instance.Decisions.Count));
        instance.Decisions.AddRange(decisions.Skip(instance.Decisions.Count));
        instance.Begun.UnionWith(instance.History.Select(happened => happened.Action).OfType<int>());
    }

    private void End(HubInstance instance, Task<object?> run)
    {
        if (run.Exception?.InnerException is { } error)
        {
            instance.Failure = FailureTrips.Whole(error);
            instance.Status = OrchestrationRuntimeStatus.Failed;
        }
        else
        {
            instance.Output = Write(run.Result);
            instance.Status = OrchestrationRuntimeStatus.Completed;
        }

        if (instance.Parent is { } parent)
        {
            Happen(_instances[parent.Id], parent.Action, instance.Output, instance.Failure);
        }
    }

    /// <summary>Begins the next activity or sub-orchestration that waits; false when none does.</summary>
    private async Task<bool> Begin()
    {
        foreach (var instance in _instances.Values.Where(one => !one.Ended))
        {
            var next = instance.Decisions.FirstOrDefault(one => one.Kind != ActionKind.Timer && !instance.Begun.Contains(one.Number));
            if (next is null)
            {
                continue;
            }

            instance.Begun.Add(next.Number);
            await (next.Kind == ActionKind.Activity ? RunActivity(instance, next) : StartSub(instance, next));
            return true;
        }

        return false;
    }

    private Task StartSub(HubInstance instance, Decision sub)
    {
        if (_instances.TryGetValue(sub.InstanceId!, out var known))
        {
            // It was started before the cut; its end has been told, or will be.
            if (known.Ended)
            {
                Happen(instance, sub.Number, known.Output, known.Failure);
            }
        }
        else
        {
            Start(new HubInstance(sub.Name, sub.InstanceId!, sub.Version!, sub.Input!, Events++, (instance.Id, sub.Number)));
        }

        return Task.CompletedTask;
    }

    private async Task RunActivity(HubInstance instance, Decision activity)
    {
        Ran.Add($"{activity.Name} {activity.Input}");
        var entry = FunctionEntry.With<ActivityTriggerAttribute>().Single(one => one.Name == activity.Name);
        try
        {
            var output = await host.Call(entry, Read(activity.Input!, entry.Trigger.ParameterType));
            Happen(instance, activity.Number, Write(output), null);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Happen(instance, activity.Number, null, _trip(error));
        }
    }

    /// <summary>Lets the clock jump to the next timer; false when there is none.</summary>
    private bool Ring()
    {
        var next = _instances.Values.Where(one => !one.Ended)
            .SelectMany(instance => instance.Decisions
                .Where(one => one.Kind == ActionKind.Timer && !instance.Begun.Contains(one.Number))
                .Select(timer => (Instance: instance, Timer: timer, Due: DateTime.Parse(timer.Name, null, System.Globalization.DateTimeStyles.RoundtripKind))))
            .OrderBy(one => one.Due)
            .FirstOrDefault();
        if (next.Instance is null)
        {
            return false;
        }

        _now = next.Due > _now ? next.Due : _now;
        next.Instance.Begun.Add(next.Timer.Number);
        Happen(next.Instance, next.Timer.Number, null, null);
        return true;
    }

    private void Happen(HubInstance instance, int action, string? json, TaskFailureDetails? failure) =>
        instance.History.Add(new HistoryEvent(Events++, _now, action, json, failure));
}
