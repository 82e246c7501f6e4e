using Microsoft.Azure.Functions.Worker;

namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>One invocation, with services of its own.</summary>
internal sealed class TestFunctionContext(IServiceProvider services, CancellationToken cancellation = default) : FunctionContext
{
    public override string InvocationId => "invocation";

    public override string FunctionId => throw new NotSupportedException();

    public override TraceContext TraceContext { get; } = new NoTrace();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    public override CancellationToken CancellationToken => cancellation;

    private sealed class NoTrace : TraceContext
    {
        public override string TraceParent => "";

        public override string TraceState => "";
    }
}
