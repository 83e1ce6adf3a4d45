using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RepairBot.Core.Storage;

namespace RepairBot;

/// <summary>Answers <c>/healthz</c> at an address of its own while the bot runs on Discord: 200 while the store answers and Discord is connected.</summary>
internal sealed class HealthPage(Uri address, IServiceProvider services) : IHostedService, IAsyncDisposable
{
    private WebApplication? app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.GetLeftPart(UriPartial.Authority));
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Request.Path != "/healthz" ? StatusCodes.Status404NotFound
            : await IsWellAsync(context.RequestAborted) ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
    }

    private async Task<bool> IsWellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<IStore>().NextDueAsync(cancellationToken);
            return Composition.IsConnected(services);
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
