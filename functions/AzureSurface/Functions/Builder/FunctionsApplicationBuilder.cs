using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder
{
    internal FunctionsApplicationBuilder()
    {
    }

    public ConfigurationManager Configuration => throw new NotSupportedException("declaration only");

    public IHostEnvironment Environment => throw new NotSupportedException("declaration only");

    public ILoggingBuilder Logging => throw new NotSupportedException("declaration only");

    public IServiceCollection Services => throw new NotSupportedException("declaration only");

    public IHost Build() => throw new NotSupportedException("declaration only");
}
