using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using SoraFunctions.Azure.Hosting;

namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>One function of the app, as the host would index it.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method, ParameterInfo Trigger, TriggerBindingAttribute Binding)
{
    /// <summary>All functions of the app.</summary>
    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        .. typeof(AzureServices).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(Of),
    ];

    public static IEnumerable<FunctionEntry> With<TTrigger>() => All.Where(entry => entry.Binding is TTrigger);

    /// <summary>What it gives, without the task around it.</summary>
    public Type Output => Method.ReturnType.IsGenericType ? Method.ReturnType.GetGenericArguments()[0] : Method.ReturnType;

    private static FunctionEntry Of(MethodInfo method)
    {
        var trigger = method.GetParameters().Single(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute)));
        return new FunctionEntry(
            method.GetCustomAttribute<FunctionAttribute>()!.Name, method, trigger, trigger.GetCustomAttribute<TriggerBindingAttribute>()!);
    }
}
