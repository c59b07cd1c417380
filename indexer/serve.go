package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"strconv"
	"syscall"

	"github.com/vitrine-search/vitrine/indexer/internal/preview"
	"github.com/vitrine-search/vitrine/shared/api"
)

var serveCommand = command{
	name:      "serve",
	arguments: "--bundle DIR [--site DIR] [--port N]",
	summary:   "serve a bundle, the API and a site on this machine",
	about: "Serves the bundle's files below /bundle/, the API below /v1/ and, if there is one,\n" +
		"a site's files everywhere else, with the headers that a real host should send.\n" +
		"A bundle that is built anew is served at once. The environment variable PORT\n" +
		"changes the default port. Ctrl-C stops the server.",
	example: "vitrine serve --bundle dist/bundle --site site",
	define:  defineServe,
}

const defaultPort = 8080

func defineServe(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	site := flags.String("site", "", "serve the files of `DIR` beside the bundle")
	host := flags.String("host", "localhost", "listen on `HOST`; 0.0.0.0 is every network")
	port := flags.String("port", cmp.Or(os.Getenv("PORT"), strconv.Itoa(defaultPort)), "listen on port `N`; 0 takes a free one")
	quiet := flags.Bool("quiet", false, "print nothing but errors")
	return func(ctx context.Context, s streams, operands []string) error {
		if err := cmp.Or(noOperands(operands), required(flags, "bundle")); err != nil {
			return err
		}
		if _, err := strconv.ParseUint(*port, 10, 16); err != nil {
			return misuse("port %q is no number from 0 to 65535 (hint: --port %d, or PORT=%d)", *port, defaultPort, defaultPort)
		}
		shop, err := openSite(ctx, s, *dir, *site)
		if err != nil {
			return err
		}
		listener, err := listen(ctx, *host, *port)
		if err != nil {
			return err
		}
		if !*quiet {
			announce(s, listener.Addr(), *host, *dir, *site)
		}
		return preview.Serve(ctx, listener, shop.Handler())
	}
}

// openSite opens the bundle before anything is served, so that one that cannot
// be opened is an error here and not on the first search.
func openSite(ctx context.Context, s streams, dir, site string) (preview.Site, error) {
	engines := preview.NewEngines(os.DirFS(dir), func(err error) { warnOfSecondStage(s, fmt.Errorf("%s: %w", dir, err)) })
	if _, err := engines.Open(ctx); err != nil {
		return preview.Site{}, fmt.Errorf("%s: %w", dir, err)
	}
	open := func(ctx context.Context) (api.Engine, error) { return engines.Open(ctx) }
	shop := preview.Site{
		Bundle: os.DirFS(dir),
		API: api.NewOpening(open, api.Options{
			Report: func(err error) { fmt.Fprintln(s.err, "vitrine: serve:", err) },
		}),
	}
	if site != "" {
		info, err := os.Stat(site)
		if err != nil {
			return preview.Site{}, err
		}
		if !info.IsDir() {
			return preview.Site{}, fmt.Errorf("%s: is no directory (hint: --site takes the folder with the site's files)", site)
		}
		shop.Pages = os.DirFS(site)
	}
	return shop, nil
}

func listen(ctx context.Context, host, port string) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort(host, port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port %s is taken by another program (hint: choose another one with --port or PORT, or end that program)", port)
	}
	if errors.Is(err, syscall.EACCES) {
		return nil, fmt.Errorf("port %s may not be used by this account (hint: choose one above 1023 with --port or PORT)", port)
	}
	return listener, err
}

// announce says where the shop is, under the name by which it was asked for.
func announce(s streams, address net.Addr, host, dir, site string) {
	_, port, _ := net.SplitHostPort(address.String()) // a listener's address has a port
	url := "http://" + net.JoinHostPort(host, port)
	if site != "" {
		fmt.Fprintf(s.err, "%s/ serves %s\n", url, site)
	}
	fmt.Fprintf(s.err, "%s/bundle/ serves %s\n%s/v1/search?q= answers searches\n", url, dir, url)
}
