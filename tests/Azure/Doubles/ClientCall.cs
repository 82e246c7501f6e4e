namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>One call of the Durable client.</summary>
internal sealed record ClientCall(string What, string InstanceId, IReadOnlyList<object?> With);
